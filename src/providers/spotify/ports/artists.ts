import type { ArtistImages, ArtistSearch, Discography, Popularity } from '../../ports.ts'
import { type Api, isId } from '../api/api.ts'
import { albumOf, artistOf, picturesOf } from '../model/found.ts'
import { album, albumPage, type SimpleAlbum, track } from '../model/shapes.ts'
import { artistIdOf, readArtist, searchArtists, trackIdOf } from './find.ts'

/** One call each: since 2026 an entry does not say to which of them it belongs. Guest appearances are left out. */
const GROUPS = ['album', 'single', 'compilation'] as const

export const searchOf = (api: Api): ArtistSearch => ({
  async searchArtists(query, limit, ask) {
    const found = await searchArtists(api, query, limit, ask)
    return found.map((one, place) => artistOf(one, query, place)).sort((a, b) => b.score - a.score)
  },
  async artist(id, ask) {
    const found = await readArtist(api, id, ask)
    return found ? artistOf(found) : null
  },
})

export const discographyOf = (api: Api): Discography => ({
  async albums(artist, ask) {
    const id = await artistIdOf(api, artist, ask)
    if (!id) return []
    const byId = new Map<string, SimpleAlbum>()
    for (const include_groups of GROUPS) {
      const reading = {
        family: 'artist-albums',
        path: `/artists/${id}/albums`,
        query: { include_groups },
        schema: albumPage,
      }
      const found = await api.list(reading, { pageOf: (body) => body, limits: api.limits }, ask)
      for (const one of found ?? []) if (!byId.has(one.id)) byId.set(one.id, { ...one, album_type: include_groups })
    }
    return [...byId.values()].map((one) => albumOf(one))
  },
  async album(id, ask) {
    if (!isId(id)) return null
    const found = await api.read({ family: 'album', path: `/albums/${id}`, schema: album }, ask)
    return found ? { ...albumOf(found, found.external_ids?.upc ?? null), genres: found.genres ?? [] } : null
  },
})

export const imagesOf = (api: Api): ArtistImages => ({
  async images(artist, ask) {
    const found = await readArtist(api, await artistIdOf(api, artist, ask), ask)
    return picturesOf(found?.images)
  },
})

/** Only apps in extended mode see these numbers; for others there is nothing. */
export const popularityOf = (api: Api): Popularity => ({
  async ofArtist(artist, ask) {
    const found = await readArtist(api, await artistIdOf(api, artist, ask), ask)
    const popularity = found?.popularity ?? null
    const followers = found?.followers?.total ?? null
    return popularity === null && followers === null ? null : { popularity, followers, listeners: null, plays: null }
  },
  async ofTrack(ref, ask) {
    const id = await trackIdOf(api, ref, ask)
    const found = id ? await api.read({ family: 'track', path: `/tracks/${id}`, schema: track }, ask) : null
    const popularity = found?.popularity ?? null
    return popularity === null ? null : { popularity, followers: null, listeners: null, plays: null }
  },
})
