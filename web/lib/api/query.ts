import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { client, ok } from './client.ts'
import { worthRetrying } from './error.ts'

const MINUTE = 60_000

/** One cache for the app. Lists stay fresh for a minute; what changes them invalidates them by their first key. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: { staleTime: MINUTE, gcTime: 10 * MINUTE, retry: worthRetrying, refetchOnWindowFocus: false },
  },
})

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ok(client.GET('/auth/me', { signal })),
  staleTime: 5 * MINUTE,
})

export const authStatusQuery = queryOptions({
  queryKey: ['auth-status'],
  queryFn: ({ signal }) => ok(client.GET('/auth/status', { signal })),
  staleTime: 0,
})

/** First keys of everything that shows the catalogue; a scan, a favourite or a play makes some of it old. */
const CATALOGUE_KEYS = ['artists', 'albums', 'tracks', 'genres', 'home']

/** Marks sessions and history of emotions as old. */
export const refreshEmotions = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['emotions'] })

/** Marks the whole catalogue as old, for example after a scan. */
export function refreshCatalogue(): Promise<unknown> {
  return Promise.all(CATALOGUE_KEYS.map((key) => queryClient.invalidateQueries({ queryKey: [key] })))
}
