import type { Draft } from './artists.ts'
import { isrc, spotifyId, uuid } from './ids.ts'
import { lyricsOf } from './lyrics.ts'
import { FIXED_LENGTHS } from './night-ferry.ts'
import type { Random } from './random.ts'
import type { WorldCredit, WorldTrack } from './types.ts'

/** What an artist has recorded so far: singles, compilations and other editions have the same recordings. */
export type Songbook = {
  serial: number
  titles: Set<string>
  songs: { track: WorldTrack; credits: readonly WorldCredit[] }[]
}
export const emptySongbook = (): Songbook => ({ serial: 0, titles: new Set(), songs: [] })

/** Numbers that no two tracks of a world share. */
export type Counter = { tracks: number; barcodes: number }

type Recording = Readonly<{ title: string; year: number; credits?: readonly WorldCredit[] }>
const round = (number: number) => Math.round(number * 1000) / 1000

export function record(random: Random, draft: Draft, book: Songbook, counter: Counter, what: Recording): WorldTrack {
  const { artist } = draft
  const drawn = random.chance(0.03) ? null : random.int(95, 420) * 1000 + random.int(0, 999)
  const lengthMs = FIXED_LENGTHS.get(`${artist.key}/${what.title}`) ?? drawn
  const codes = random.weighted([[1, 80] as const, [2, 5] as const, [0, 15] as const])
  const sung = random.chance(0.4) || FIXED_LENGTHS.has(`${artist.key}/${what.title}`)
  return {
    title: what.title,
    lengthMs,
    recordingMbid: uuid(random),
    isrcs: Array.from({ length: codes }, () => isrc(artist.country || 'GB', artist.key, what.year, book.serial++)),
    credits: what.credits ?? [],
    explicit: random.chance(0.08),
    plays: Math.round(artist.plays * 0.02 * random.next()),
    valence: round(random.next()),
    energy: round(random.next()),
    tempo: random.int(600, 1800) / 10,
    lyrics: sung ? lyricsOf(random, lengthMs ?? 200_000) : null,
    ...pressed(random, counter),
  }
}

/** The ids a track has because of the album it is on. */
function pressed(random: Random, counter: Counter) {
  counter.tracks += 1
  const { tracks } = counter
  const numbers = { deezerId: 100_000_000 + tracks, itunesId: 1_500_000_000 + tracks }
  return { trackMbid: uuid(random), spotifyId: spotifyId(random), ...numbers }
}

/** The same recording on another album. */
export const reissue = (
  random: Random,
  counter: Counter,
  track: WorldTrack,
  credits: readonly WorldCredit[],
): WorldTrack => ({
  ...track,
  credits,
  ...pressed(random, counter),
})

/** The same recording on another edition of the same album: only MusicBrainz gives it a new id. */
export const repress = (random: Random, track: WorldTrack): WorldTrack => ({ ...track, trackMbid: uuid(random) })
