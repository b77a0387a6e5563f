import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Filters = { search?: string; filter?: string; genre?: string; order?: string; from?: string }
type Patch = { [K in keyof Filters]?: string | undefined }

/** The filters of a list, kept in the address. `set` replaces some of them; undefined or empty takes one away. */
export function useFilters(): { filters: Filters; set: (patch: Patch) => void } {
  const filters: Filters = useSearch({ strict: false })
  const navigate = useNavigate()
  const set = useCallback(
    (patch: Patch) => {
      const merge = (old: Filters): Filters =>
        Object.fromEntries(Object.entries({ ...old, ...patch }).filter(([, value]) => value))
      void navigate({ to: '.', search: merge, replace: true })
    },
    [navigate],
  )
  return { filters, set }
}
