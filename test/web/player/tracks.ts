import type { PlayerTrack } from '../../../web/features/player/queue/track.ts'

/** A made-up track that can be played. */
export const track = (id: number, over: Partial<PlayerTrack> = {}): PlayerTrack => ({
  id,
  title: `Song ${id}`,
  artistLine: 'Band',
  artists: [{ id: 1, name: 'Band', join: '' }],
  artistId: 1,
  albumId: 7,
  albumName: 'Record',
  coverUrl: null,
  coverColor: null,
  durationMs: 100_000,
  streamUrl: `/tracks/${id}/stream`,
  replayGain: null,
  favorite: false,
  ...over,
})

export const tracks = (count: number): PlayerTrack[] => Array.from({ length: count }, (_, i) => track(i + 1))

/** The same "random" numbers every time. */
export function seeded(seed = 1): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}
