import { normalizeName } from '../../platform/lib/normalize.ts'
import type { Answer, Upstream, Verdict } from '../../platform/upstream/types.ts'
import type { AlbumRef, ArtistRef, Ask } from '../ports.ts'
import { type Album, type Artist, albums, artists } from './shapes.ts'

const DAY = 24 * 3600
const KEEP = { hit: 30 * DAY, miss: 30 * DAY }
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A key that is not taken looks like a page that is not there; what is not there is `null` with 200. */
export function examine({ status }: Answer): Verdict | undefined {
  if (status === 404) return { means: 'refused', reason: 'TheAudioDB does not take the key' }
  if (status === 429) return { means: 'wait', seconds: 60, reason: 'More calls than the 30 a minute of this key' }
  return undefined
}

export type Reads = ReturnType<typeof createReads>

/** By MusicBrainz id; without one by exactly the same name, as the free key shows one record of a search. */
export function createReads(upstream: Upstream, key: string) {
  const at = (method: string) => `/${encodeURIComponent(key)}/${method}.php`
  const readArtist = (method: string, query: Record<string, string>, ask: Ask) =>
    upstream.json({ family: 'artist', path: at(method), query, schema: artists, keep: KEEP }, ask)
  const readAlbum = (method: string, query: Record<string, string>, ask: Ask) =>
    upstream.json({ family: 'album', path: at(method), query, schema: albums, keep: KEEP }, ask)

  return {
    async artist({ ids, name }: ArtistRef, ask: Ask): Promise<Artist | null> {
      const mbid = ids.musicbrainz
      if (mbid && UUID.test(mbid)) return (await readArtist('artist-mb', { i: mbid }, ask))?.artists?.[0] ?? null
      if (!name.trim()) return null
      const found = (await readArtist('search', { s: name }, ask))?.artists ?? []
      return found.find(({ strArtist }) => same(strArtist, name)) ?? null
    },

    async album({ ids, title, artist }: AlbumRef, ask: Ask): Promise<Album | null> {
      const mbid = ids.musicbrainz
      if (mbid && UUID.test(mbid)) return (await readAlbum('album-mb', { i: mbid }, ask))?.album?.[0] ?? null
      if (!title.trim() || !artist.name.trim()) return null
      const found = (await readAlbum('searchalbum', { s: artist.name, a: title }, ask))?.album ?? []
      return found.find((row) => same(row.strAlbum, title) && same(row.strArtist, artist.name)) ?? null
    },

    /** Asks for an artist nobody has: the answer shows that the key is taken. */
    async probe(ask: Ask): Promise<void> {
      const query = { i: '00000000-0000-0000-0000-000000000000' }
      await upstream.json({ family: 'artist', path: at('artist-mb'), query, schema: artists }, ask)
    },
  }
}

const same = (one: string | null | undefined, other: string) => normalizeName(one ?? '') === normalizeName(other)
