import { normalizeName } from '../../../platform/lib/normalize.ts'
import type { AlbumRef, ArtistRef, Ask, TrackRef } from '../../ports.ts'
import { type Api, isId, KEEP } from '../api/api.ts'
import {
  type Artist,
  albumResults,
  artist,
  artistResults,
  type SimpleAlbum,
  type Track,
  trackResults,
} from '../model/shapes.ts'

const MOST_FOUND = 50
/** Endpoints that are the same everywhere. */
export const NO_MARKET = { market: undefined }
const CODE = /^[0-9A-Z]{5,20}$/i

/** The fields of an artist tell in which mode this app is. */
function notice(api: Api, { followers, popularity }: Artist): void {
  if (followers || typeof popularity === 'number') api.limits.sawExtended()
}

/** Artists as Spotify finds them. */
export async function searchArtists(api: Api, query: string, most: number, ask: Ask) {
  if (!query.trim() || most < 1) return []
  const reading = {
    family: 'search',
    path: '/search',
    query: { q: query, type: 'artist' },
    schema: artistResults,
    keep: KEEP.search,
  }
  const found = await api.list(
    reading,
    { pageOf: ({ artists }) => artists, limits: api.limits, most: Math.min(most, MOST_FOUND) },
    ask,
  )
  for (const one of found ?? []) notice(api, one)
  return found ?? []
}

export async function readArtist(api: Api, id: string | null | undefined, ask: Ask): Promise<Artist | null> {
  if (!id || !isId(id)) return null
  const reading = { family: 'artist', path: `/artists/${id}`, query: NO_MARKET, schema: artist }
  const found = await api.read(reading, ask)
  if (found) notice(api, found)
  return found
}

/** The id that is known, or that of the first artist found under exactly this name. */
export async function artistIdOf(api: Api, { ids, name }: ArtistRef, ask: Ask): Promise<string | null> {
  const { spotify: id } = ids
  if (isId(id)) return id
  const found = await searchArtists(api, name, 10, ask)
  return found.find((one) => normalizeName(one.name) === normalizeName(name))?.id ?? null
}

/** By its barcode, which other services know too; null without one. */
export async function albumByUpc(api: Api, upc: string | null, ask: Ask): Promise<SimpleAlbum | null> {
  if (!upc || !CODE.test(upc)) return null
  const query = { q: `upc:${upc}`, type: 'album', limit: 1 }
  const found = await api.read(
    { family: 'search', path: '/search', query, schema: albumResults, keep: KEEP.search },
    ask,
  )
  return found?.albums.items[0] ?? null
}

export async function albumIdOf(api: Api, { ids, upc }: AlbumRef, ask: Ask): Promise<string | null> {
  const { spotify: id } = ids
  return isId(id) ? id : ((await albumByUpc(api, upc, ask))?.id ?? null)
}

/** By its ISRC; Spotify may have the recording on several albums, the first one found stands for it. */
export async function trackByIsrc(api: Api, isrc: string | null, ask: Ask): Promise<Track | null> {
  if (!isrc || !CODE.test(isrc)) return null
  const query = { q: `isrc:${isrc}`, type: 'track', limit: 5 }
  const found = await api.read(
    { family: 'search', path: '/search', query, schema: trackResults, keep: KEEP.search },
    ask,
  )
  const same = (track: Track) => track.external_ids?.isrc?.toUpperCase() === isrc.toUpperCase()
  return found?.tracks.items.find(same) ?? null
}

export const trackIdOf = async (api: Api, { ids, isrc }: TrackRef, ask: Ask) =>
  isId(ids.spotify) ? ids.spotify : ((await trackByIsrc(api, isrc, ask))?.id ?? null)
