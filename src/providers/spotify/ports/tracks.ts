import type { AlbumTracks, CoverArt, TrackLookup } from '../../ports.ts'
import { type Api, isId } from '../api/api.ts'
import { contentsOf, picturesOf, trackOf, trackWithAlbumOf } from '../model/found.ts'
import { album, track, trackPage } from '../model/shapes.ts'
import { albumByUpc, albumIdOf, trackByIsrc } from './find.ts'

const readAlbum = (api: Api, id: string, ask: Parameters<Api['read']>[1]) =>
  api.read({ family: 'album', path: `/albums/${id}`, schema: album }, ask)

export const albumTracksOf = (api: Api): AlbumTracks => ({
  async contents(ref, ask) {
    const id = await albumIdOf(api, ref, ask)
    const found = id ? await readAlbum(api, id, ask) : null
    if (!found) return null
    if (!found.tracks.next) return contentsOf(found, found.tracks.items)
    // The album came with its first page; entries of it that were null count too.
    const reading = { family: 'album-tracks', path: `/albums/${found.id}/tracks`, schema: trackPage }
    const from = found.tracks.limit || found.tracks.items.length
    const rest = await api.list(reading, { pageOf: (body) => body, limits: api.trackLimits, from }, ask)
    return contentsOf(found, [...found.tracks.items, ...(rest ?? [])])
  },
})

export const coversOf = (api: Api): CoverArt => ({
  async covers(ref, ask) {
    const { spotify: id } = ref.ids
    const found = isId(id) ? await readAlbum(api, id, ask) : await albumByUpc(api, ref.upc, ask)
    return picturesOf(found?.images)
  },
})

export const trackLookupOf = (api: Api): TrackLookup => ({
  async track(id, ask) {
    if (!isId(id)) return null
    const found = await api.read({ family: 'track', path: `/tracks/${id}`, schema: track }, ask)
    return found ? trackWithAlbumOf(found) : null
  },
  async byIsrc(isrc, ask) {
    const found = await trackByIsrc(api, isrc, ask)
    return found ? trackOf(found) : null
  },
})
