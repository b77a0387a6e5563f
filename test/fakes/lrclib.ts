import { createWindow, isContactable, oncePerWorld } from './common/manners.ts'
import { fold } from './common/shop.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import type { World, WorldTrack } from './world/types.ts'

/** What a test may set: calls that may be made in a second. */
export type LrclibFakeOptions = { calls: number }
type Entry = Readonly<{ id: number; track: WorldTrack; artist: string; album: string; names: string; where: string }>

const MOST_FOUND = 20
/** Some tracks whose words nobody knows are listed as having none. */
export const isInstrumental = ({ lyrics, deezerId }: WorldTrack): boolean => lyrics === null && deezerId % 4 === 0
const SECONDS_APART = 2
const RETRY_SECONDS = 5

const catalogueOf = oncePerWorld((world: World) => {
  const entries: Entry[] = []
  const byNames = new Map<string, Entry[]>()
  for (const album of world.albums)
    for (const track of album.editions[0]?.discs.flat() ?? []) {
      if (track.lengthMs === null || (track.lyrics === null && !isInstrumental(track))) continue
      const artist = (track.credits.length > 0 ? track.credits : album.credits)
        .map((one) => one.name + one.joinPhrase)
        .join('')
      const names = `${fold(track.title)}|${fold(artist)}`
      const entry = {
        id: 1_000_000 + entries.length,
        track,
        artist,
        album: album.title,
        names,
        where: fold(album.title),
      }
      entries.push(entry)
      byNames.set(names, [...(byNames.get(names) ?? []), entry])
    }
  return { entries, byNames }
})
type Catalogue = ReturnType<typeof catalogueOf>

const failed = (statusCode: number, name: string, message: string): FakeReply => ({
  status: statusCode,
  body: { message, name, statusCode },
})
const notFound = () => failed(404, 'TrackNotFound', 'Failed to find specified track')

/** LRCLIB: get, get by id, search; lengths within 2 seconds, contactable programs only, not too many at once. */
export function lrclibFake(world: World, { calls = 8 }: Partial<LrclibFakeOptions> = {}): FakeHandler {
  const allow = createWindow(calls, 1000)
  const catalogue = catalogueOf(world)
  return (request) => {
    if (request.method !== 'GET') return undefined
    if (!isContactable(request.headers['user-agent'])) return { status: 403, body: 'Forbidden' }
    if (!allow(request.at).allowed) return { status: 429, headers: { 'retry-after': String(RETRY_SECONDS) }, body: '' }
    const path = request.path.replace(/^\/api(?=\/)/, '')
    if (path === '/get') return get(catalogue, request)
    if (path === '/search') return search(catalogue, request)
    const [, id] = /^\/get\/(\d+)$/.exec(path) ?? []
    if (!id) return undefined
    const entry = catalogue.entries[Number(id) - 1_000_000]
    return entry ? { body: shown(entry) } : notFound()
  }
}

function get({ byNames }: Catalogue, { query }: FakeRequest): FakeReply {
  const [title, artist, album] = ['track_name', 'artist_name', 'album_name'].map((name) => fold(query.get(name) ?? ''))
  if (!title || !artist) return failed(400, 'ValidationError', 'track_name and artist_name are required')
  const text = query.get('duration')
  const duration = text === null ? null : Number(text)
  if (duration !== null && !(duration >= 1 && duration <= 3600)) {
    return failed(400, 'ValidationError', 'duration must be between 1 and 3600')
  }
  const found = (byNames.get(`${title}|${artist}`) ?? []).find(
    (entry) =>
      (!album || entry.where === album) &&
      (duration === null || Math.abs(secondsOf(entry) - duration) <= SECONDS_APART),
  )
  return found ? { body: shown(found) } : notFound()
}

/** Looks for each word in whatever it has, so much of what comes is something else. */
function search({ entries }: Catalogue, { query }: FakeRequest): FakeReply {
  const text = ['q', 'track_name', 'artist_name', 'album_name'].map((name) => query.get(name) ?? '').join(' ')
  if (!query.get('q') && !query.get('track_name')) return { body: [] }
  const words = fold(text).split(' ').filter(Boolean)
  const found = entries.filter(({ names, where }) => words.every((word) => `${names} ${where}`.includes(word)))
  return { body: found.slice(0, MOST_FOUND).map(shown) }
}

const secondsOf = ({ track }: Entry) => Math.round((track.lengthMs ?? 0) / 1000)

function shown(entry: Entry) {
  const { track, artist, album, id } = entry
  const synced = track.lyrics ?? ''
  const plain = synced.replace(/^\[[^\]]*\]\s?/gm, '').trim()
  const instrumental = plain === ''
  return {
    id,
    name: track.title,
    trackName: track.title,
    artistName: artist,
    albumName: album,
    duration: secondsOf(entry),
    instrumental,
    plainLyrics: instrumental ? null : plain,
    syncedLyrics: instrumental ? null : synced,
  }
}
