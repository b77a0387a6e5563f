import type { ShownAlbum } from '../../../web/lib/api/discography.ts'
import type { Discography, OverviewItem, TrackRow } from '../../../web/lib/api/models.ts'

/** A line of the track table with what a test does not care about filled in. */
export const item = (over: Partial<OverviewItem> = {}): OverviewItem => ({
  track_id: 1,
  track_name: 'Camino de sal',
  spotify_track_id: null,
  artist_id: 1,
  artist_name: 'Los Faroles',
  artist_spotify_id: null,
  artists: [],
  album_id: 1,
  album_name: 'Camino',
  album_spotify_id: null,
  disc_number: 1,
  track_number: 1,
  duration_ms: 1000,
  popularity: 0,
  genres: [],
  bpm: null,
  is_favorite: false,
  images: [],
  cover_color: null,
  stream_url: '/tracks/1/stream',
  replay_gain: null,
  youtube_video_id: null,
  youtube_status: null,
  youtube_url: null,
  local_file_path: null,
  local_file_exists: true,
  chart_source: null,
  chart_name: null,
  chart_best_position: null,
  chart_best_position_date: null,
  chart_weeks_at_one: 0,
  chart_weeks_top5: 0,
  chart_weeks_top10: 0,
  ...over,
})

const stamps = { created_at: '', updated_at: '', last_refreshed_at: null }

/** A record of a discography. */
export const shown = (over: Partial<ShownAlbum> = {}): ShownAlbum => ({
  id: 1,
  name: 'Album',
  release_date: '1965',
  release_type: 'album',
  images: [],
  cover_color: null,
  total_tracks: 10,
  owned_tracks: 10,
  state: 'owned',
  is_favorite: false,
  ...over,
})

export const artist = (over: Partial<Discography['artist']> = {}): Discography['artist'] => ({
  id: 7,
  spotify_id: null,
  musicbrainz_id: null,
  name: 'Nina',
  normalized_name: 'nina',
  genres: [],
  images: [],
  popularity: 0,
  followers: 0,
  bio_summary: null,
  bio_content: null,
  album_count: 1,
  track_count: 1,
  is_favorite: false,
  ...stamps,
  ...over,
})

type File = NonNullable<TrackRow['file']>

export const file = (over: Partial<File> = {}): File => ({
  id: 1,
  codec: 'FLAC',
  container: 'FLAC',
  lossless: true,
  bitrate: 900_000,
  sample_rate: 44_100,
  bit_depth: 16,
  channels: 2,
  size_bytes: 1000,
  available: true,
  replay_gain: { track_gain: null, track_peak: null, album_gain: null, album_peak: null },
  ...over,
})
