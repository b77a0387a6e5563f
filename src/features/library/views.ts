import type { Db } from '../../db/client.ts'
import { groupBy } from '../../platform/lib/group-by.ts'
import type { AlbumRow, ArtistRow, OverviewItem, TrackRow } from './contract.ts'
import * as hydrate from './store/read/hydrate.ts'
import { verifyFiles } from './verify.ts'

/** Turns ids into what one viewer sees, in the given order and a fixed number of queries. Unknown ids are left out. */
export type Views = ReturnType<typeof createViews>
type Owned = { owner: number; name: string }
type OutsideId = { entityId: number; provider: string; value: string }

const inOrder = <T>(ids: readonly number[], byId: Map<number, T>): T[] => ids.flatMap((id) => byId.get(id) ?? [])
const namesOf = (rows: Map<number, Owned[]>, id: number): string[] => (rows.get(id) ?? []).map((row) => row.name)
/** The id that another service gives to one of our rows. */
function outsideIds(rows: OutsideId[]): (id: number | null, provider: string) => string | null {
  const byKey = new Map(rows.map((row) => [`${row.entityId} ${row.provider}`, row.value]))
  return (id, provider) => byKey.get(`${id} ${provider}`) ?? null
}
const cover = (albumId: number | null, hash: string | null) =>
  albumId === null || hash === null ? [] : [{ url: `/images/entity/album/${albumId}?v=${hash.slice(0, 8)}` }]
const credits = (rows: hydrate.CreditRow[] = []) =>
  rows.map(({ id, name, role, joinPhrase }) => ({ id, name, role, join_phrase: joinPhrase }))

export function createViews(db: Db) {
  async function artists(ids: number[], userId: number): Promise<ArtistRow[]> {
    if (ids.length === 0) return []
    const [rows, genres, outsideRows, favorite, covers] = await Promise.all([
      hydrate.artistsById(db, ids),
      hydrate.artistGenreNames(db, ids),
      hydrate.outsideIds(db, 'artist', ids),
      hydrate.favoriteIds(db, userId, 'artist', ids),
      hydrate.artistCovers(db, ids),
    ])
    const outside = outsideIds(outsideRows)
    const genresOf = groupBy(genres, (row) => row.owner)
    const coverOf = new Map(covers.map((row) => [row.artistId, row]))
    const views = rows.map((row): [number, ArtistRow] => [
      row.id,
      {
        ...{
          id: row.id,
          name: row.name,
          normalized_name: row.normalizedName,
          popularity: row.popularity,
          followers: row.followers,
        },
        spotify_id: outside(row.id, 'spotify'),
        musicbrainz_id: outside(row.id, 'musicbrainz'),
        genres: namesOf(genresOf, row.id).slice(0, 8),
        images: cover(coverOf.get(row.id)?.albumId ?? null, coverOf.get(row.id)?.hash ?? null),
        ...{
          bio_summary: row.bioSummary,
          bio_content: row.bioContent,
          album_count: row.albumCount,
          track_count: row.trackCount,
        },
        is_favorite: favorite.has(row.id),
        ...stamps(row),
      },
    ])
    return inOrder(ids, new Map(views))
  }

  async function albums(ids: number[], userId: number): Promise<AlbumRow[]> {
    if (ids.length === 0) return []
    const [rows, creditRows, genres, outsideRows, favorite] = await Promise.all([
      hydrate.albumsById(db, ids),
      hydrate.albumCredits(db, ids),
      hydrate.albumGenreNames(db, ids),
      hydrate.outsideIds(db, 'album', ids),
      hydrate.favoriteIds(db, userId, 'album', ids),
    ])
    const outside = outsideIds(outsideRows)
    const creditsOf = groupBy(creditRows, (row) => row.owner)
    const genresOf = groupBy(genres, (row) => row.owner)
    const views = rows.map((row): [number, AlbumRow] => [
      row.id,
      {
        ...{
          id: row.id,
          name: row.name,
          release_date: row.releaseDate,
          release_type: row.releaseType,
          is_compilation: row.isCompilation,
        },
        spotify_id: outside(row.id, 'spotify'),
        musicbrainz_id: outside(row.id, 'musicbrainz'),
        artist_id: creditsOf.get(row.id)?.[0]?.id ?? null,
        artist_name: row.artistLine,
        artists: credits(creditsOf.get(row.id)),
        ...{
          total_tracks: row.totalTracks,
          duration_ms: row.durationMs,
          label: row.label,
          cover_color: row.coverColor,
        },
        images: cover(row.id, row.coverHash),
        genres: namesOf(genresOf, row.id).slice(0, 8),
        is_favorite: favorite.has(row.id),
        ...stamps(row),
      },
    ])
    return inOrder(ids, new Map(views))
  }

  async function loadTracks(ids: number[], userId: number, verify = false) {
    const [rows, creditRows, genres, outsideRows, favorite, files] = await Promise.all([
      hydrate.tracksById(db, ids),
      hydrate.trackCredits(db, ids),
      hydrate.trackGenreNames(db, ids),
      hydrate.outsideIds(db, 'track', ids),
      hydrate.favoriteIds(db, userId, 'track', ids),
      hydrate.bestFiles(db, ids),
    ])
    const outside = outsideIds(outsideRows)
    const creditsOf = groupBy(creditRows, (row) => row.owner)
    const genresOf = groupBy(genres, (row) => row.owner)
    const fileOf = new Map((verify ? await verifyFiles(files) : files).map((row) => [row.file.trackId, row]))
    return rows.map(({ track, albumName, coverHash, coverColor }) => ({
      track,
      file: fileOf.get(track.id),
      credits: creditsOf.get(track.id) ?? [],
      common: {
        ...{
          album_id: track.albumId,
          album_name: albumName,
          disc_number: track.discNumber,
          track_number: track.trackNumber,
        },
        ...{ duration_ms: track.durationMs, popularity: track.popularity, bpm: track.bpm, cover_color: coverColor },
        artist_id: creditsOf.get(track.id)?.[0]?.id ?? null,
        artist_name: track.artistLine,
        artists: credits(creditsOf.get(track.id)),
        genres: namesOf(genresOf, track.id),
        images: cover(track.albumId, coverHash),
        is_favorite: favorite.has(track.id),
        stream_url: fileOf.get(track.id)?.available ? `/tracks/${track.id}/stream` : null,
      },
      spotifyId: outside(track.id, 'spotify'),
      musicbrainzId: outside(track.id, 'musicbrainz'),
    }))
  }

  async function tracks(ids: number[], userId: number): Promise<TrackRow[]> {
    if (ids.length === 0) return []
    const [loaded, scores] = await Promise.all([loadTracks(ids, userId), hydrate.ratingsOf(db, userId, ids)])
    const views = loaded.map(({ track, file, common, spotifyId, musicbrainzId }): [number, TrackRow] => [
      track.id,
      {
        ...{ id: track.id, name: track.name, spotify_id: spotifyId, musicbrainz_id: musicbrainzId, ...common },
        ...{ explicit: track.explicit, isrc: track.isrc, user_score: scores.get(track.id) ?? 0 },
        file: file ? viewFile(file) : null,
        created_at: track.createdAt.toISOString(),
        updated_at: track.updatedAt.toISOString(),
      },
    ])
    return inOrder(ids, new Map(views))
  }

  /** `verify`: say of each file what the disk says now, not what the last scan saw. */
  async function overview(ids: number[], userId: number, verify = false): Promise<OverviewItem[]> {
    if (ids.length === 0) return []
    const [loaded, links] = await Promise.all([loadTracks(ids, userId, verify), hydrate.videoLinksOf(db, ids)])
    const known = (pick: (common: (typeof loaded)[number]['common']) => number | null) => [
      ...new Set(loaded.flatMap(({ common }) => pick(common) ?? [])),
    ]
    const [artistRows, albumRows] = await Promise.all([
      hydrate.outsideIds(
        db,
        'artist',
        known((common) => common.artist_id),
      ),
      hydrate.outsideIds(
        db,
        'album',
        known((common) => common.album_id),
      ),
    ])
    const [artistOutside, albumOutside] = [outsideIds(artistRows), outsideIds(albumRows)]
    const linkOf = new Map(links.map((link) => [link.trackId, link]))
    const views = loaded.map(({ track, file, common, spotifyId }): [number, OverviewItem] => {
      const link = linkOf.get(track.id)
      const videoId = link?.videoId ?? null
      return [
        track.id,
        {
          ...{
            track_id: track.id,
            track_name: track.name,
            spotify_track_id: spotifyId,
            artist_spotify_id: artistOutside(common.artist_id, 'spotify'),
            album_spotify_id: albumOutside(common.album_id, 'spotify'),
            ...common,
          },
          replay_gain: file ? viewFile(file).replay_gain : null,
          youtube_video_id: videoId,
          youtube_status: file?.available ? 'completed' : (link?.status ?? null),
          youtube_url: videoId && `https://www.youtube.com/watch?v=${videoId}`,
          local_file_path: file?.file.relPath ?? null,
          local_file_exists: file?.available ?? false,
          ...NO_CHART,
        },
      ]
    })
    return inOrder(ids, new Map(views))
  }

  return { artists, albums, tracks, overview }
}

const NO_CHART = {
  chart_source: null,
  chart_name: null,
  chart_best_position: null,
  chart_best_position_date: null,
  chart_weeks_at_one: 0,
  chart_weeks_top5: 0,
  chart_weeks_top10: 0,
}

const stamps = (row: { createdAt: Date; updatedAt: Date; lastRefreshedAt: Date | null }) => ({
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
  last_refreshed_at: row.lastRefreshedAt?.toISOString() ?? null,
})

function viewFile({ file, available }: hydrate.BestFile) {
  return {
    ...{ id: file.id, codec: file.codec, container: file.container, lossless: file.lossless, bitrate: file.bitrate },
    ...{
      sample_rate: file.sampleRate,
      bit_depth: file.bitDepth,
      channels: file.channels,
      size_bytes: file.size,
      available,
    },
    replay_gain: {
      track_gain: file.trackGain,
      track_peak: file.trackPeak,
      album_gain: file.albumGain,
      album_peak: file.albumPeak,
    },
  }
}
