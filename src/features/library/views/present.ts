import type { AlbumRow, ArtistRow, OverviewItem, TrackRow } from '../contract.ts'
import type * as hydrate from '../store/read/hydrate.ts'

/** Rows and what belongs to them, as the wire shows them. Pure; `views.ts` fetches what they are made of. */
type Row<F extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<F>>[number]
type Ids = Readonly<{ spotify: string | null; musicbrainz: string | null }>
type Common = Readonly<{ ids: Ids; genres: string[]; favorite: boolean }>
export type TrackParts = Common &
  Readonly<{ loaded: Row<typeof hydrate.tracksById>; credits: hydrate.CreditRow[]; file: hydrate.BestFile | undefined }>
type CoverRow = Readonly<{ albumId: number; hash: string | null }>

const MOST_GENRES = 8

const cover = (albumId: number | null, hash: string | null) =>
  albumId === null || hash === null ? [] : [{ url: `/images/entity/album/${albumId}?v=${hash.slice(0, 8)}` }]

/** The cover of an album; one that only a provider has is fetched when somebody looks. */
const albumCover = (id: number | null, hash: string | null, coverUrl: string | null) =>
  hash === null && id !== null && coverUrl !== null ? [{ url: `/images/entity/album/${id}` }] : cover(id, hash)

const portrait = (id: number, hash: string) => [{ url: `/images/entity/artist/${id}?v=${hash.slice(0, 8)}` }]

const showCredits = (rows: readonly hydrate.CreditRow[]) =>
  rows.map(({ id, name, role, joinPhrase }) => ({ id, name, role, join_phrase: joinPhrase }))

const stamps = (row: { createdAt: Date; updatedAt: Date }) => ({
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
})

export function showArtist(
  row: Row<typeof hydrate.artistsById>,
  { ids, genres, favorite }: Common,
  art?: CoverRow,
): ArtistRow {
  return {
    id: row.id,
    spotify_id: ids.spotify,
    musicbrainz_id: ids.musicbrainz,
    name: row.name,
    normalized_name: row.normalizedName,
    genres: genres.slice(0, MOST_GENRES),
    images: row.imageHash ? portrait(row.id, row.imageHash) : cover(art?.albumId ?? null, art?.hash ?? null),
    popularity: row.popularity,
    followers: row.followers,
    bio_summary: row.bioSummary,
    bio_content: row.bioContent,
    album_count: row.albumCount,
    track_count: row.trackCount,
    is_favorite: favorite,
    ...stamps(row),
    last_refreshed_at: row.lastRefreshedAt?.toISOString() ?? null,
  }
}

type AlbumParts = Common & Readonly<{ credits: hydrate.CreditRow[] }>
export function showAlbum(
  row: Row<typeof hydrate.albumsById>,
  { ids, genres, favorite, credits }: AlbumParts,
): AlbumRow {
  return {
    id: row.id,
    spotify_id: ids.spotify,
    musicbrainz_id: ids.musicbrainz,
    name: row.name,
    artist_id: credits[0]?.id ?? null,
    artist_name: row.artistLine,
    artists: showCredits(credits),
    release_date: row.releaseDate,
    release_type: row.releaseType,
    is_compilation: row.isCompilation,
    total_tracks: row.totalTracks,
    duration_ms: row.durationMs,
    images: albumCover(row.id, row.coverHash, row.coverUrl),
    cover_color: row.coverColor,
    label: row.label,
    genres: genres.slice(0, MOST_GENRES),
    is_favorite: favorite,
    ...stamps(row),
    last_refreshed_at: row.lastRefreshedAt?.toISOString() ?? null,
  }
}

/** What the full track and the line of a list have in common. */
function showCommon({ loaded, credits, file, genres, favorite }: TrackParts) {
  const { track, albumName, coverHash, coverUrl, coverColor } = loaded
  return {
    artist_id: credits[0]?.id ?? null,
    artist_name: track.artistLine,
    artists: showCredits(credits),
    album_id: track.albumId,
    album_name: albumName,
    disc_number: track.discNumber,
    track_number: track.trackNumber,
    duration_ms: track.durationMs,
    popularity: track.popularity,
    genres,
    bpm: track.bpm,
    is_favorite: favorite,
    images: albumCover(track.albumId, coverHash, coverUrl),
    cover_color: coverColor,
    stream_url: file?.available ? `/tracks/${track.id}/stream` : null,
  }
}

export function showTrack(parts: TrackParts, score: number): TrackRow {
  const { track } = parts.loaded
  return {
    id: track.id,
    spotify_id: parts.ids.spotify,
    musicbrainz_id: parts.ids.musicbrainz,
    name: track.name,
    ...showCommon(parts),
    explicit: track.explicit,
    isrc: track.isrc,
    user_score: score,
    file: parts.file ? showFile(parts.file) : null,
    ...stamps(track),
  }
}

/** No chart has been matched to a track yet. */
const NO_CHART = {
  chart_source: null,
  chart_name: null,
  chart_best_position: null,
  chart_best_position_date: null,
  chart_weeks_at_one: 0,
  chart_weeks_top5: 0,
  chart_weeks_top10: 0,
}

type Outside = Readonly<{
  artist: string | null
  album: string | null
  link: Row<typeof hydrate.videoLinksOf> | undefined
}>
export function showLine(parts: TrackParts, { artist, album, link }: Outside): OverviewItem {
  const { file, loaded, ids } = parts
  const videoId = link?.videoId ?? null
  return {
    track_id: loaded.track.id,
    track_name: loaded.track.name,
    spotify_track_id: ids.spotify,
    artist_spotify_id: artist,
    album_spotify_id: album,
    ...showCommon(parts),
    replay_gain: file ? showFile(file).replay_gain : null,
    youtube_video_id: videoId,
    youtube_status: file?.available ? 'completed' : (link?.status ?? null),
    youtube_url: videoId && `https://www.youtube.com/watch?v=${videoId}`,
    local_file_path: file?.file.relPath ?? null,
    local_file_exists: file?.available ?? false,
    ...NO_CHART,
  }
}

function showFile({ file, available }: hydrate.BestFile) {
  return {
    id: file.id,
    codec: file.codec,
    container: file.container,
    lossless: file.lossless,
    bitrate: file.bitrate,
    sample_rate: file.sampleRate,
    bit_depth: file.bitDepth,
    channels: file.channels,
    size_bytes: file.size,
    available,
    replay_gain: {
      track_gain: file.trackGain,
      track_peak: file.trackPeak,
      album_gain: file.albumGain,
      album_peak: file.albumPeak,
    },
  }
}
