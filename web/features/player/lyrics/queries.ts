import { queryOptions } from '@tanstack/react-query'
import { client, ok } from '../../../lib/api/client.ts'

const MINUTE = 60_000
const read = (id: number, more: { refresh?: 'true' }, signal?: AbortSignal) =>
  ok(client.GET('/tracks/id/{id}/lyrics', { params: { path: { id }, query: more }, ...(signal && { signal }) }))

/** The words of a track. A provider that was silent is asked again when the words are next looked at. */
export const lyricsQuery = (id: number) =>
  queryOptions({
    queryKey: ['lyrics', id],
    queryFn: ({ signal }) => read(id, {}, signal),
    staleTime: ({ state }) => (state.data?.unavailable ? MINUTE : Number.POSITIVE_INFINITY),
  })

/** Asks the providers again. */
export const askAgain = (id: number) => read(id, { refresh: 'true' })
