import { queryOptions } from '@tanstack/react-query'
import { send } from '../../../lib/api/client.ts'

/** A line of a song; an empty text is a pause. */
export type LyricLine = { at_ms: number; text: string }
export type LyricsReply = {
  track_id: number
  /** `embedded`, `sidecar` or a provider; null: there are none. */
  source: string | null
  source_title: string | null
  instrumental: boolean
  plain: string | null
  lines: LyricLine[] | null
  fetched_at: string | null
  /** Why a provider could not be asked. */
  unavailable: string | null
}

const MINUTE = 60_000
const read = (id: number, query: string, init: RequestInit) =>
  send<LyricsReply>(`/tracks/id/${id}/lyrics${query}`, init)

/** The words of a track. A provider that was silent is asked again when the words are next looked at. */
export const lyricsQuery = (id: number) =>
  queryOptions({
    queryKey: ['lyrics', id],
    queryFn: ({ signal }) => read(id, '', { signal }),
    staleTime: ({ state }) => (state.data?.unavailable ? MINUTE : Number.POSITIVE_INFINITY),
  })

/** Asks the providers again. */
export const askAgain = (id: number) => read(id, '?refresh=true', {})
