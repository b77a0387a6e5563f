import type { Credit, OverviewItem, TrackRow } from '../../../lib/api/models.ts'

export type ReplayGain = {
  track_gain: number | null
  track_peak: number | null
  album_gain: number | null
  album_peak: number | null
}

/** What the player knows of a track, whichever list it came from. */
export type PlayerTrack = {
  id: number
  title: string
  artistLine: string
  artists: { id: number; name: string; join: string }[]
  artistId: number | null
  albumId: number | null
  albumName: string
  coverUrl: string | null
  coverColor: string | null
  durationMs: number
  /** null: there is no file to play. */
  streamUrl: string | null
  replayGain: ReplayGain | null
  favorite: boolean
}

/** `Nina Simone & Hal Mooney`: the credits with the words the record puts between them. */
const creditLine = (credits: readonly Pick<Credit, 'name' | 'join_phrase'>[]): string =>
  credits.map((credit) => credit.name + credit.join_phrase).join('')

const credited = (credits: readonly Credit[]) => credits.map(({ id, name, join_phrase: join }) => ({ id, name, join }))

/** A track of an album page or a track page. */
export function fromTrackRow(row: TrackRow): PlayerTrack {
  return {
    id: row.id,
    title: row.name,
    artistLine: creditLine(row.artists) || row.artist_name,
    artists: credited(row.artists),
    artistId: row.artist_id,
    albumId: row.album_id,
    albumName: row.album_name ?? '',
    coverUrl: row.images[0]?.url ?? null,
    coverColor: row.cover_color,
    durationMs: row.duration_ms,
    streamUrl: row.stream_url,
    replayGain: row.file?.replay_gain ?? null,
    favorite: row.is_favorite,
  }
}

/** A line of the track table and of the home page's rows. */
export function fromOverview(item: OverviewItem): PlayerTrack {
  return {
    id: item.track_id,
    title: item.track_name,
    artistLine: creditLine(item.artists) || (item.artist_name ?? ''),
    artists: credited(item.artists),
    artistId: item.artist_id,
    albumId: item.album_id,
    albumName: item.album_name ?? '',
    coverUrl: item.images[0]?.url ?? null,
    coverColor: item.cover_color,
    durationMs: item.duration_ms,
    streamUrl: item.stream_url,
    replayGain: item.replay_gain,
    favorite: item.is_favorite,
  }
}
