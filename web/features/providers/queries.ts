import { queryOptions, useMutation } from '@tanstack/react-query'
import { arrangeProviders, listProviders, type ProviderList } from '../../lib/api/discography.ts'
import { queryClient } from '../../lib/api/query.ts'
import { useTell } from '../library/folders/use-tell.ts'
import { arranged } from './arrange.ts'

/** States change by themselves: rests end, budgets fill. */
const EVERY_MS = 15_000

export const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => listProviders(signal),
  staleTime: 0,
  refetchInterval: EVERY_MS,
})

/** Order and switches: shown at once, taken back when the server does not agree. */
export function useArrange() {
  const tell = useTell()
  return useMutation({
    mutationFn: arrangeProviders,
    onMutate: async (change) => {
      await queryClient.cancelQueries(providersQuery)
      const before = queryClient.getQueryData(providersQuery.queryKey)
      if (before) {
        const custom = change.order ? change.order.length > 0 : before.custom
        const next: ProviderList = { ...before, custom, items: arranged(before.items, change) }
        queryClient.setQueryData(providersQuery.queryKey, next)
      }
      return before
    },
    onError: (error, _change, before) => {
      if (before) queryClient.setQueryData(providersQuery.queryKey, before)
      tell(error)
    },
    onSuccess: (list) => queryClient.setQueryData(providersQuery.queryKey, list),
  })
}
