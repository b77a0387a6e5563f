import { createWindow, oncePerWorld } from './common/manners.ts'
import type { FakeHandler, FakeReply } from './types.ts'
import type { World, WorldTrack } from './world/types.ts'

/** What a test may set: calls that may be made in a second. */
export type ReccobeatsFakeOptions = { calls: number }
const MOST_IDS = 40
/** Some are not known, and some ISRCs have two recordings. */
const ending = ({ isrcs }: WorldTrack): number => Number(isrcs[0]?.slice(-3))
export const isHeard = (track: WorldTrack): boolean => track.isrcs.length > 0 && ending(track) % 9 !== 8
export const hasTwin = (track: WorldTrack): boolean => ending(track) % 5 === 0

const catalogueOf = oncePerWorld((world: World) => {
  const byId = new Map<string, WorldTrack>()
  for (const { editions } of world.albums)
    for (const track of editions[0]?.discs.flat() ?? []) {
      if (!isHeard(track)) continue
      for (const id of [...track.isrcs, track.spotifyId, track.recordingMbid]) if (!byId.has(id)) byId.set(id, track)
    }
  return byId
})

const failed = (status: number, code: number, error: string, headers = {}): FakeReply => ({
  status,
  headers,
  body: { timestamp: '2026-11-20T00:00:00Z', error, status: code },
})

/** ReccoBeats: features of up to 40 ids; further ones and unknown ones are left out, and the order is its own. */
export function reccobeatsFake(world: World, { calls = 2 }: Partial<ReccobeatsFakeOptions> = {}): FakeHandler {
  const allow = createWindow(calls, 1000)
  const byId = catalogueOf(world)
  return ({ method, path, query, at }) => {
    if (method !== 'GET' || !/^(\/v1)?\/audio-features$/.test(path)) return undefined
    if (!allow(at).allowed) return failed(429, 4291, 'Too many requests', { 'retry-after': '2' })
    const ids = query.getAll('ids').flatMap((text) => text.split(','))
    if (ids.length === 0 || ids.includes('')) return failed(400, 4001, 'ids: must not be empty')
    const rows = ids.slice(0, MOST_IDS).flatMap((id) => rowsOf(byId.get(id), id))
    return { body: { content: rows.reverse() } }
  }
}

/** The twin of an ISRC comes last before the answer is turned round: it differs, and it is not the one we know. */
function rowsOf(track: WorldTrack | undefined, id: string): object[] {
  if (!track) return []
  const isrc = track.isrcs.includes(id) ? id : (track.isrcs[0] ?? null)
  const row = {
    ...common(track),
    id: track.recordingMbid,
    href: `https://open.spotify.com/track/${track.spotifyId}`,
    isrc,
  }
  const twin = {
    ...row,
    id: `${track.recordingMbid.slice(0, -2)}ff`,
    href: 'https://open.spotify.com/track/0Twin00000000000000000',
    valence: 0,
  }
  return hasTwin(track) && track.isrcs.includes(id) ? [twin, row] : [row]
}

const common = ({ valence, energy, tempo }: WorldTrack) => ({
  acousticness: Math.round((1 - energy) * 1000) / 1000,
  danceability: 0.55,
  energy,
  instrumentalness: 0.02,
  key: 9,
  liveness: 0.1,
  loudness: -7.2,
  mode: 0,
  speechiness: 0.04,
  tempo,
  valence,
})
