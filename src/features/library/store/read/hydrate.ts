import { type AnyColumn, and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import {
  albumArtists,
  albums,
  artists,
  externalIds,
  genres,
  trackArtists,
  trackGenres,
  tracks,
} from '../../../../db/schema/catalogue.ts'
import { videoLinks } from '../../../../db/schema/discography.ts'
import { favorites, ratings } from '../../../../db/schema/favorites.ts'
import { musicFolders, recordingFiles } from '../../../../db/schema/library.ts'
import { trackVisible } from './visible.ts'

/** Rows that turn ids into what one viewer sees; each function is one query for the whole page. */
export type CreditRow = { owner: number; id: number; name: string; role: 'main' | 'featured'; joinPhrase: string }
type Entity = 'artist' | 'album' | 'track'

/** One parameter, however many ids: a statement takes 65 535 of them. */
const among = (column: AnyColumn, ids: readonly number[]): SQL => sql`${column} = any(${sql.param([...ids])}::bigint[])`

export const artistsById = (db: Db, ids: number[]) => db.select().from(artists).where(among(artists.id, ids))
export const albumsById = (db: Db, ids: number[]) => db.select().from(albums).where(among(albums.id, ids))

export async function tracksById(db: Db, ids: number[]) {
  return db
    .select({
      track: tracks,
      albumName: albums.name,
      coverHash: albums.coverHash,
      coverUrl: albums.coverUrl,
      coverColor: albums.coverColor,
    })
    .from(tracks)
    .leftJoin(albums, eq(albums.id, tracks.albumId))
    .where(among(tracks.id, ids))
}

/** Tracks in the given order of albums, without those of artists this user hides: a sampler may hold some. */
export async function tracksOfAlbums(
  db: Db,
  userId: number,
  albumIds: number[],
  limit?: number,
): Promise<{ id: number }[]> {
  const found = db
    .select({ id: tracks.id })
    .from(tracks)
    .where(and(among(tracks.albumId, albumIds), trackVisible(db, userId)))
    .orderBy(
      sql`array_position(${sql.param([...albumIds])}::bigint[], ${tracks.albumId})`,
      ...[tracks.discNumber, sql`${tracks.trackNumber} nulls last`, tracks.id],
    )
  return limit === undefined ? found : found.limit(limit)
}

const creditColumns = { id: artists.id, name: artists.name }

export async function trackCredits(db: Db, ids: number[]): Promise<CreditRow[]> {
  return db
    .select({
      owner: trackArtists.trackId,
      ...creditColumns,
      role: trackArtists.role,
      joinPhrase: trackArtists.joinPhrase,
    })
    .from(trackArtists)
    .innerJoin(artists, eq(artists.id, trackArtists.artistId))
    .where(among(trackArtists.trackId, ids))
    .orderBy(trackArtists.trackId, trackArtists.position)
}

export async function albumCredits(db: Db, ids: number[]): Promise<CreditRow[]> {
  return db
    .select({
      owner: albumArtists.albumId,
      ...creditColumns,
      role: albumArtists.role,
      joinPhrase: albumArtists.joinPhrase,
    })
    .from(albumArtists)
    .innerJoin(artists, eq(artists.id, albumArtists.artistId))
    .where(among(albumArtists.albumId, ids))
    .orderBy(albumArtists.albumId, albumArtists.position)
}

export async function trackGenreNames(db: Db, ids: number[]): Promise<{ owner: number; name: string }[]> {
  return db
    .select({ owner: trackGenres.trackId, name: genres.name })
    .from(trackGenres)
    .innerJoin(genres, eq(genres.id, trackGenres.genreId))
    .where(among(trackGenres.trackId, ids))
    .orderBy(trackGenres.trackId, trackGenres.position)
}

/** Genres of the own tracks, the most frequent first, then those that providers name. */
export async function artistGenreNames(db: Db, ids: number[]): Promise<{ owner: number; name: string }[]> {
  const list = sql`${sql.param([...ids])}::bigint[]`
  const { rows } = await db.execute<{ owner: number; name: string }>(sql`
    select owner::int as owner, name from (
      select ag.artist_id as owner, g.name, 0 as told, ag.track_count::real as weight
        from artist_genres ag join genres g on g.id = ag.genre_id where ag.artist_id = any(${list})
      union all
      select at.artist_id, at.name, 1, at.weight from artist_tags at where at.artist_id = any(${list})
        and not exists (select 1 from artist_genres ag join genres g on g.id = ag.genre_id
          where ag.artist_id = at.artist_id and g.normalized_name = at.normalized_name)
    ) x order by owner, told, weight desc, name`)
  return rows
}

export async function albumGenreNames(db: Db, ids: number[]): Promise<{ owner: number; name: string }[]> {
  const rows = await db
    .select({ owner: tracks.albumId, name: genres.name })
    .from(tracks)
    .innerJoin(trackGenres, eq(trackGenres.trackId, tracks.id))
    .innerJoin(genres, eq(genres.id, trackGenres.genreId))
    .where(among(tracks.albumId, ids))
    .groupBy(tracks.albumId, genres.id)
    .orderBy(tracks.albumId, sql`count(*) desc`, genres.name)
  return rows.flatMap(({ owner, name }) => (owner === null ? [] : [{ owner, name }]))
}

/** The best file of each track: present before missing, playable in a browser before not, lossless before lossy. */
export async function bestFiles(db: Db, trackIds: number[]) {
  const playable = sql`(${recordingFiles.codec} ~* '^(mpeg|mp3|aac|flac|vorbis|opus|pcm)' and ${recordingFiles.container} !~* 'aif')`
  const available = sql`(${recordingFiles.state} = 'present' and ${musicFolders.state} = 'online')`
  return db
    .selectDistinctOn([recordingFiles.trackId], {
      file: recordingFiles,
      root: musicFolders.path,
      available: sql<boolean>`${available}`,
    })
    .from(recordingFiles)
    .innerJoin(musicFolders, eq(musicFolders.id, recordingFiles.folderId))
    .where(among(recordingFiles.trackId, trackIds))
    .orderBy(
      recordingFiles.trackId,
      sql`${available} desc`,
      sql`${playable} desc`,
      sql`${recordingFiles.lossless} desc`,
      sql`${recordingFiles.bitrate} desc nulls last`,
      recordingFiles.id,
    )
}

export type BestFile = Awaited<ReturnType<typeof bestFiles>>[number]

export async function outsideIds(db: Db, entity: Entity, ids: number[]) {
  const { entityId, provider, value } = externalIds
  return db
    .select({ entityId, provider, value })
    .from(externalIds)
    .where(and(eq(externalIds.entity, entity), among(entityId, ids)))
    .orderBy(value)
}

export async function favoriteIds(db: Db, userId: number, entity: Entity, ids: number[]): Promise<Set<number>> {
  const column = { artist: favorites.artistId, album: favorites.albumId, track: favorites.trackId }[entity]
  const rows = await db
    .select({ id: column })
    .from(favorites)
    .where(and(eq(favorites.userId, userId), among(column, ids)))
  return new Set(rows.flatMap((row) => row.id ?? []))
}

export async function ratingsOf(db: Db, userId: number, ids: number[]): Promise<Map<number, number>> {
  const rows = await db
    .select()
    .from(ratings)
    .where(and(eq(ratings.userId, userId), among(ratings.trackId, ids)))
  return new Map(rows.map((row) => [row.trackId, row.rating]))
}

/** A cover that can stand for an artist: the newest album of theirs that has one. */
export async function artistCovers(db: Db, ids: number[]) {
  return db
    .selectDistinctOn([albumArtists.artistId], {
      artistId: albumArtists.artistId,
      albumId: albums.id,
      hash: albums.coverHash,
      color: albums.coverColor,
    })
    .from(albumArtists)
    .innerJoin(albums, eq(albums.id, albumArtists.albumId))
    .where(and(among(albumArtists.artistId, ids), isNotNull(albums.coverHash), eq(albums.isCompilation, false)))
    .orderBy(albumArtists.artistId, sql`${albums.releaseDate} desc`, albums.id)
}

export const videoLinksOf = (db: Db, ids: number[]) =>
  db.select().from(videoLinks).where(among(videoLinks.trackId, ids))
