import { useNavigate, useSearch } from '@tanstack/react-router'
import type { MissingFilters } from '../../lib/api/discography.ts'
import { typesIn } from './group.ts'

export type MissingSearch = { types?: string; by?: string; everyone?: string }

/** What the Missing page shows; kept in the address. */
export function useMissingFilters() {
  const search: MissingSearch = useSearch({ from: '/shell/missing' })
  const navigate = useNavigate()
  const types = typesIn(search.types)
  const everyone = search.everyone === '1'
  const filters: MissingFilters = {
    types: types.length === 0 ? undefined : types.join(','),
    owned_artists: !everyone,
  }
  const set = (patch: { [K in keyof MissingSearch]?: string | undefined }) =>
    void navigate({
      to: '.',
      search: (old: MissingSearch) => Object.fromEntries(Object.entries({ ...old, ...patch }).filter(([, v]) => v)),
      replace: true,
    })
  const by = search.by === 'artist' ? ('artist' as const) : ('newest' as const)
  return { filters, types, everyone, by, set }
}
