import type { Upstream } from '../../platform/upstream/types.ts'
import type { AlbumTracks, CoverArt, Discography, TrackLookup } from '../ports.ts'
import { albumOf, fullAlbumOf, idsOf, pictureOf, trackOf, withoutCopies } from './mapping.ts'
import { artistIdOf, findAlbum, findTrack, readAlbum, readAll } from './reads.ts'
import { albums, tracks } from './shapes.ts'

type AlbumPorts = Discography & AlbumTracks & TrackLookup & CoverArt
/** How much artist and title must agree when an album is found by them: its tracks must be right, its cover nearly. */
const SAME_ALBUM = 1
const SAME_COVER = 0.85

/** What Deezer knows of albums and tracks. */
export function createAlbumPorts(upstream: Upstream): AlbumPorts {
  return {
    async albums(artist, ask) {
      const id = await artistIdOf(upstream, artist, ask)
      if (id === null) return []
      const path = `/artist/${id}/albums`
      const rows = await readAll(upstream, { family: 'artist-albums', path, schema: albums }, ask)
      return withoutCopies(rows ?? []).map((row) => albumOf(row, { id, name: artist.name }))
    },

    async album(id, ask) {
      const found = await readAlbum(upstream, id, ask)
      return found && fullAlbumOf(found)
    },

    /** ISRCs and disc numbers are only in the list of its own, which pages. */
    async contents(album, ask) {
      const found = await findAlbum(upstream, album, SAME_ALBUM, ask)
      if (!found) return null
      const path = `/album/${found.id}/tracks`
      const rows = await readAll(upstream, { family: 'album-tracks', path, schema: tracks }, ask)
      return {
        ids: idsOf(found.id),
        label: found.label || null,
        upc: found.upc || null,
        editions: [],
        tracks: (rows ?? []).map((row) => trackOf(row, found.artist?.id ?? null)),
      }
    },

    async track(id, ask) {
      const found = await findTrack(upstream, { ids: { deezer: id }, isrc: null }, ask)
      if (!found) return null
      const album = found.album ? await readAlbum(upstream, String(found.album.id), ask) : null
      return { ...trackOf(found), album: album && fullAlbumOf(album) }
    },

    async byIsrc(isrc, ask) {
      const found = await findTrack(upstream, { ids: {}, isrc }, ask)
      return found && trackOf(found)
    },

    async covers(album, ask) {
      const picture = pictureOf((await findAlbum(upstream, album, SAME_COVER, ask))?.cover_xl)
      return picture ? [picture] : []
    },
  }
}
