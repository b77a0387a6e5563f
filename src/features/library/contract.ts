import { z } from 'zod'

/** Local ids in paths and queries. */
export const localId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
export const idParams = z.object({ id: localId })
const time = z.string().describe('ISO 8601 with zone')
const image = z.object({ url: z.string() })

/** Artists, albums and tracks as the Audio2 reference names their fields; arrays are arrays, times carry a zone. */
export const artistRow = z.object({
  id: z.number(),
  spotify_id: z.string().nullable(),
  musicbrainz_id: z.string().nullable(),
  name: z.string(),
  normalized_name: z.string(),
  genres: z.array(z.string()),
  images: z.array(image),
  popularity: z.number(),
  followers: z.number(),
  bio_summary: z.string().nullable(),
  bio_content: z.string().nullable(),
  album_count: z.number(),
  track_count: z.number(),
  is_favorite: z.boolean(),
  created_at: time,
  updated_at: time,
  last_refreshed_at: time.nullable(),
})
const artistCredit = z.object({
  id: z.number(),
  name: z.string(),
  role: z.enum(['main', 'featured']),
  join_phrase: z.string(),
})
const albumRow = z.object({
  id: z.number(),
  spotify_id: z.string().nullable(),
  musicbrainz_id: z.string().nullable(),
  name: z.string(),
  artist_id: z.number().nullable(),
  artist_name: z.string(),
  artists: z.array(artistCredit),
  release_date: z.string(),
  release_type: z.string(),
  is_compilation: z.boolean(),
  total_tracks: z.number(),
  duration_ms: z.number(),
  images: z.array(image),
  /** `#rrggbb`: the average of the cover, until the picture is there. */
  cover_color: z.string().nullable(),
  label: z.string().nullable(),
  genres: z.array(z.string()),
  is_favorite: z.boolean(),
  created_at: time,
  updated_at: time,
  last_refreshed_at: time.nullable(),
})
const audioFile = z.object({
  id: z.number(),
  codec: z.string(),
  container: z.string(),
  lossless: z.boolean(),
  bitrate: z.number().nullable(),
  sample_rate: z.number().nullable(),
  bit_depth: z.number().nullable(),
  channels: z.number().nullable(),
  size_bytes: z.number(),
  available: z.boolean(),
  replay_gain: z.object({
    track_gain: z.number().nullable(),
    track_peak: z.number().nullable(),
    album_gain: z.number().nullable(),
    album_peak: z.number().nullable(),
  }),
})
export const trackRow = z.object({
  id: z.number(),
  spotify_id: z.string().nullable(),
  musicbrainz_id: z.string().nullable(),
  name: z.string(),
  artist_id: z.number().nullable(),
  artist_name: z.string(),
  artists: z.array(artistCredit),
  album_id: z.number().nullable(),
  album_name: z.string().nullable(),
  disc_number: z.number(),
  track_number: z.number().nullable(),
  duration_ms: z.number(),
  explicit: z.boolean(),
  isrc: z.string().nullable(),
  bpm: z.number().nullable(),
  popularity: z.number(),
  genres: z.array(z.string()),
  is_favorite: z.boolean(),
  user_score: z.number(),
  images: z.array(image),
  cover_color: z.string().nullable(),
  /** Where the audio comes from; null when no file can be played. */
  stream_url: z.string().nullable(),
  file: audioFile.nullable(),
  lyrics: z.string().nullable().optional(),
  created_at: time,
  updated_at: time,
})

/** The track line of every list, named as in the reference; paths are relative to their music folder. */
export const overviewItem = z.object({
  track_id: z.number(),
  track_name: z.string(),
  spotify_track_id: z.string().nullable(),
  artist_id: z.number().nullable(),
  artist_name: z.string().nullable(),
  artist_spotify_id: z.string().nullable(),
  artists: z.array(artistCredit),
  album_id: z.number().nullable(),
  album_name: z.string().nullable(),
  album_spotify_id: z.string().nullable(),
  disc_number: z.number(),
  track_number: z.number().nullable(),
  duration_ms: z.number(),
  popularity: z.number(),
  genres: z.array(z.string()),
  bpm: z.number().nullable(),
  is_favorite: z.boolean(),
  images: z.array(image),
  cover_color: z.string().nullable(),
  stream_url: z.string().nullable(),
  replay_gain: audioFile.shape.replay_gain.nullable(),
  youtube_video_id: z.string().nullable(),
  youtube_status: z.string().nullable(),
  youtube_url: z.string().nullable(),
  local_file_path: z.string().nullable(),
  local_file_exists: z.boolean(),
  chart_source: z.string().nullable(),
  chart_name: z.string().nullable(),
  chart_best_position: z.number().nullable(),
  chart_best_position_date: z.string().nullable(),
  chart_weeks_at_one: z.number(),
  chart_weeks_top5: z.number(),
  chart_weeks_top10: z.number(),
})

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')
const limit = (max: number, fallback: number) => z.coerce.number().int().min(1).max(max).default(fallback)
const text = z.string().trim().max(200)
/** As long as the longest name makes it. */
const cursor = z.string().max(4000).optional()

/** Only what has a file: the catalogue holds much that nobody owns. */
const owned = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')
export const artistsQuery = z.object({
  limit: limit(1000, 20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  cursor,
  order: z.enum(['pop-desc', 'pop-asc', 'name-asc', 'recent', 'favorites']).default('pop-desc'),
  search: text.optional(),
  genre: text.optional(),
  /** The letter rail: begin at the first name that is not before this. Goes with `name-asc`. */
  from: text.optional(),
  user_id: localId.optional(),
  owned,
})
export const albumsQuery = z.object({
  limit: limit(500, 50),
  cursor,
  order: z.enum(['name-asc', 'artist-asc', 'date-desc', 'recent']).default('name-asc'),
  search: text.optional(),
  genre: text.optional(),
  from: text.optional(),
  owned,
})
/** `1,2,3` */
const idList = z
  .string()
  .max(2000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.coerce.number<string>().int().positive().max(Number.MAX_SAFE_INTEGER)).min(1).max(100))
export const tracksQuery = z.object({
  limit: limit(500, 100),
  cursor,
  ids: idList
    .optional()
    .describe('Comma list of at most 100 ids: these and no page, in this order, without those that are not found'),
})
const overviewFilter = z.enum(['all', 'withLink', 'noLink', 'hasFile', 'missingFile', 'favorites'])
export const overviewQuery = z.object({
  verify_files: flag.default(false),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: limit(1000, 200),
  include_summary: flag.default(true),
  after_id: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  filter: overviewFilter.default('all'),
  search: text.optional(),
})
export const recentQuery = z.object({ limit: limit(50, 10), verify_files: flag.default(false) })

const page = { total: z.number(), next_cursor: z.string().nullable() }
export const artistsPage = z.object({ items: z.array(artistRow), ...page })
export const albumsPage = z.object({ items: z.array(albumRow), ...page })
export const tracksPage = z.object({ items: z.array(trackRow), ...page })
export const albumDetail = albumRow.extend({ tracks: z.array(trackRow) })
export const discography = z.object({
  artist: artistRow,
  /** Newest first: at most 500, with at most 5000 tracks between them. */
  albums: z.array(albumDetail),
  /** There is more than this. */
  truncated: z.boolean(),
})
export const overviewPage = z.object({
  items: z.array(overviewItem),
  offset: z.number(),
  limit: z.number(),
  has_more: z.boolean(),
  next_after: z.number().nullable(),
  summary: z
    .object({
      total: z.number(),
      with_link: z.number(),
      with_file: z.number(),
      missing_link: z.number(),
      missing_file: z.number(),
      favorites: z.number(),
    })
    .optional(),
  filtered_total: z.number().optional(),
})
export const recentlyAdded = z.object({ items: z.array(overviewItem) })
export const genreList = z.object({ items: z.array(z.object({ name: z.string(), artist_count: z.number() })) })

export type ArtistRow = z.infer<typeof artistRow>
export type AlbumRow = z.infer<typeof albumRow>
export type TrackRow = z.infer<typeof trackRow>
export type OverviewItem = z.infer<typeof overviewItem>
export type ArtistsQuery = z.infer<typeof artistsQuery>
export type AlbumsQuery = z.infer<typeof albumsQuery>
export type TracksQuery = z.infer<typeof tracksQuery>
export type OverviewQuery = z.infer<typeof overviewQuery>
