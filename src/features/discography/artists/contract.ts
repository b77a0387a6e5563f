import { z } from 'zod'
import { artistRow, localId } from '../../library/contract.ts'
import { run } from '../runs/contract.ts'

/** A local number, a Spotify id of 22 characters or a MusicBrainz UUID. */
const ref = z.string().trim().min(1).max(100).describe('local id, Spotify id or MusicBrainz id')
export const refParams = z.object({ ref })
export const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true' || value === '1')
export const searchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(25).default(10),
})
/** Who could not be asked, in human words. */
export const unavailable = z.array(z.object({ provider: z.string(), reason: z.string() }))
const image = z.object({ url: z.string() })

/** An artist as the reference shows those of Spotify, wherever it comes from. */
const foundArtist = z.object({
  /** The Spotify id, where one is known. */
  id: z.string().nullable(),
  local_id: z.number().nullable(),
  musicbrainz_id: z.string().nullable(),
  /** What to give to other routes: a local id, else `provider:id`. */
  ref: z.string(),
  name: z.string(),
  disambiguation: z.string(),
  images: z.array(image),
  followers: z.object({ total: z.number() }),
  popularity: z.number(),
  genres: z.array(z.string()),
  sources: z.array(z.string()),
  /** Its discography is kept already. */
  catalogued: z.boolean(),
})
export const foundArtists = z.array(foundArtist)

export const expandQuery = z.object({
  q: z.string().trim().min(1).max(200).optional(),
  /** Instead of `q`: one of the artists found, as their `ref` says. */
  ref: ref.optional(),
  user_id: localId.optional(),
  expand_library: flag(true),
  /** Similar artists that come along. */
  similar: z.coerce.number().int().min(0).max(15).default(15),
  include_youtube_links: flag(false),
  auto_download_top_tracks: flag(false),
})
export const expansion = z.object({
  query: z.string(),
  user_id: z.number(),
  artists: foundArtists,
  main_artist_processed: z
    .object({ id: z.number(), name: z.string(), spotify_id: z.string().nullable(), followers: z.number() })
    .nullable(),
  library_expansion: run.nullable(),
  expand_library: z.boolean(),
  message: z.string().optional(),
  unavailable,
})

export const RELEASE_TYPES = ['album', 'ep', 'single', 'compilation', 'live', 'remix', 'soundtrack', 'other'] as const
const counts = z.object({ known: z.number(), owned: z.number(), partly: z.number(), missing: z.number() })
export const shownAlbum = z.object({
  id: z.number(),
  name: z.string(),
  release_date: z.string(),
  release_type: z.enum(RELEASE_TYPES),
  images: z.array(image),
  cover_color: z.string().nullable(),
  total_tracks: z.number(),
  owned_tracks: z.number(),
  state: z.enum(['owned', 'partly', 'missing']),
  is_favorite: z.boolean(),
})
export type ShownAlbum = z.infer<typeof shownAlbum>
/** Everything of the artist page, from the database. */
export const artistProfile = z.object({
  artist: artistRow.extend({
    disambiguation: z.string(),
    /** Of the picture, as #rrggbb. */
    image_color: z.string().nullable(),
    kind: z.string().nullable(),
    country: z.string().nullable(),
    begin_date: z.string(),
    end_date: z.string(),
    bio_url: z.string().nullable(),
    /** es or en: written in the reader's language; null: as it is, in whatever language. */
    bio_language: z.string().nullable(),
    listeners: z.number().nullable(),
    playcount: z.number().nullable(),
    links: z.array(z.object({ kind: z.string(), url: z.string() })),
    ids: z.record(z.string(), z.string()),
    catalogued: z.boolean(),
  }),
  /** By release type, and `all`. */
  ownership: z.record(z.enum(['all', ...RELEASE_TYPES]), counts),
  /** Newest first. */
  albums: z.array(shownAlbum),
  tracks: z.object({ known: z.number(), owned: z.number() }),
  similar: z.array(
    z.object({
      /** In our catalogue. */
      id: z.number().nullable(),
      name: z.string(),
      ref: z.string(),
      score: z.number(),
      images: z.array(image),
      source: z.string(),
    }),
  ),
  /** Track ids, best known first. */
  popular_tracks: z.array(z.number()),
  /** The discography is older than seven days, or was never fetched. */
  stale: z.boolean(),
  /** What runs for this artist now; a stale artist is refreshed by looking at it. */
  run: run.nullable(),
})
export const provenance = z.object({
  entity: z.enum(['artist', 'album', 'track']),
  id: z.number(),
  fields: z.array(
    z.object({
      field: z.string(),
      provider: z.string(),
      /** As people write it. */
      title: z.string(),
      attribution: z.string(),
      score: z.number().nullable(),
      fetched_at: z.string(),
    }),
  ),
  ids: z.array(z.object({ provider: z.string(), value: z.string(), pinned: z.boolean() })),
})
const outsideId = z.object({ provider: z.string().regex(/^[a-z]{3,20}$/), value: z.string().trim().min(1).max(200) })
export const splitBody = z.strictObject({
  ids: z.array(outsideId).min(1).max(20),
  name: z.string().trim().min(1).max(300).optional(),
  album_ids: z.array(localId).max(1000).default([]),
})
export const mergeBody = z.strictObject({ from: localId })
export const pinBody = outsideId.extend({
  /** Also when another row of the catalogue has this id. */
  move: z.boolean().default(false),
})

export const albumsQuery = z.object({ refresh: flag(false) })
const albumLine = z.object({
  id: z.string().nullable(),
  local_id: z.number(),
  musicbrainz_id: z.string().nullable(),
  name: z.string(),
  release_date: z.string(),
  release_type: z.string(),
  total_tracks: z.number(),
  owned_tracks: z.number(),
  images: z.array(image),
  label: z.string().nullable(),
  artists: z.array(z.object({ id: z.number(), name: z.string() })),
  image_path_id: z.number().nullable(),
  youtube_links_available: z.number(),
})
export const albumLines = z.array(albumLine)
export const saved = z.object({ message: z.string(), artist: artistRow })
const started = z.object({ message: z.string(), run: run.nullable() })
export const synced = started.extend({ albums_processed: z.number(), synced_albums: z.number() })
export const savedAll = started.extend({ artist: artistRow, saved_albums: z.number(), saved_tracks: z.number() })
const liveTrack = z.object({
  name: z.string(),
  disc_number: z.number(),
  track_number: z.number().nullable(),
  duration_ms: z.number(),
  isrc: z.string().nullable(),
  artists: z.array(z.object({ name: z.string() })),
})
export const liveDiscography = z.object({
  artist: foundArtist,
  albums: z.array(
    z.object({
      name: z.string(),
      release_date: z.string(),
      release_type: z.string(),
      sources: z.array(z.string()),
      ids: z.record(z.string(), z.string()),
      images: z.array(image),
      total_tracks: z.number().nullable(),
      tracks: z.array(liveTrack),
    }),
  ),
  unavailable,
})
/** As the reference has it: Spotify's half and Last.fm's half, each filled from whoever knows. */
export const artistInfo = z.object({
  spotify: foundArtist.extend({ image_path_id: z.number().nullable() }),
  lastfm: z.object({
    summary: z.string(),
    content: z.string(),
    stats: z.object({ listeners: z.string().optional(), playcount: z.string().optional() }),
    tags: z.array(z.object({ name: z.string() })),
    images: z.array(image),
  }),
  run: run.nullable(),
})
export const related = z.object({
  top: z.array(
    z.object({
      name: z.string(),
      listeners: z.number().nullable(),
      playcount: z.number().nullable(),
      tags: z.array(z.object({ name: z.string() })),
      bio: z.string(),
      score: z.number(),
      spotify: foundArtist.nullable(),
    }),
  ),
  discover: z.array(foundArtist),
})
export const maybeArtist = artistRow.nullable()
export const recommendations = z.object({
  tracks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      duration_ms: z.number(),
      popularity: z.number(),
      preview_url: z.string().nullable(),
      artists: z.array(z.object({ id: z.string().nullable(), name: z.string() })),
      album: z.object({ id: z.string().nullable(), name: z.string(), images: z.array(image) }).nullable(),
    }),
  ),
  artists: z.array(foundArtist),
})
export const refreshed = started.extend({
  new_content_discovered: z.object({ new_albums: z.number(), new_tracks: z.number() }),
  data_freshened: z.boolean(),
})
export const contentChanges = z.object({
  artist_spotify_id: z.string().nullable(),
  artist_id: z.number(),
  new_content_available: z.object({ new_albums: z.number(), new_tracks: z.number() }),
  albums: z.array(z.object({ name: z.string(), release_date: z.string(), source: z.string() })),
  message: z.string(),
  unavailable,
})
export type FoundArtistView = z.infer<typeof foundArtist>
