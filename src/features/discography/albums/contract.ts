import { z } from 'zod'
import { albumDetail } from '../../library/contract.ts'
import { unavailable } from '../artists/contract.ts'

const edition = z.object({
  id: z.string(),
  provider: z.string(),
  title: z.string(),
  release_date: z.string(),
  country: z.string().nullable(),
  format: z.string().nullable(),
  label: z.string().nullable(),
  upc: z.string().nullable(),
  track_count: z.number().nullable(),
  status: z.string().nullable(),
})
/** An album with what providers say of it. */
export const albumProfile = albumDetail.extend({
  disambiguation: z.string(),
  catalogued: z.boolean(),
  story: z.string().nullable(),
  story_url: z.string().nullable(),
  /** es or en: written in the reader's language; null: as it is, in whatever language. */
  story_language: z.string().nullable(),
  editions: z.array(edition),
  ids: z.record(z.string(), z.string()),
  owned_tracks: z.number(),
  /** The tracks are being fetched: ask again soon. */
  filling: z.boolean(),
  unavailable,
})
/** The same under the reference's names. */
export const spotifyAlbum = z.object({
  id: z.string().nullable(),
  local_id: z.number().nullable(),
  image_path_id: z.number().nullable(),
  name: z.string(),
  release_date: z.string(),
  images: z.array(z.object({ url: z.string() })),
  artists: z.array(z.object({ id: z.number().nullable(), name: z.string() })),
  tracks: z.array(
    z.object({
      id: z.string().nullable(),
      local_id: z.number().nullable(),
      spotify_id: z.string().nullable(),
      name: z.string(),
      duration_ms: z.number(),
      popularity: z.number(),
      external_urls: z.object({ spotify: z.string().optional() }),
      artists: z.array(z.object({ id: z.number().nullable(), name: z.string() })),
    }),
  ),
  lastfm: z.object({ wiki: z.object({ summary: z.string(), content: z.string() }).nullable() }),
  filling: z.boolean(),
  unavailable,
})
export const lines = spotifyAlbum.shape.tracks
export const savedAlbum = z.object({ message: z.string(), album: albumDetail, tracks_saved: z.number() })
