import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { albums, artists, tracks } from '../../db/schema/catalogue.ts'
import { musicFolders, recordingFiles } from '../../db/schema/library.ts'
import type { Cover } from './extract.ts'

export type PendingAlbum = Readonly<{ id: number; name: string; artistLine: string }>

/** Albums whose cover is to be looked for, after an id. */
export async function pendingCovers(db: Db, afterId: number, limit: number): Promise<PendingAlbum[]> {
  return db
    .select({ id: albums.id, name: albums.name, artistLine: albums.artistLine })
    .from(albums)
    .where(
      and(
        eq(albums.coverState, 'pending'),
        sql`${albums.id} > ${afterId}`,
        // Albums that only a provider knows have no files to look into.
        sql`(not ${albums.catalogued} or exists (select 1 from tracks t where t.album_id = ${albums.id} and t.has_file))`,
      ),
    )
    .orderBy(albums.id)
    .limit(limit)
}

/** Files of an album that can be read now: one of each directory first, three in all. */
export async function filesOfAlbum(db: Db, albumId: number): Promise<{ root: string; relPath: string }[]> {
  return db
    .select({ root: musicFolders.path, relPath: recordingFiles.relPath })
    .from(tracks)
    .innerJoin(recordingFiles, eq(recordingFiles.trackId, tracks.id))
    .innerJoin(musicFolders, eq(musicFolders.id, recordingFiles.folderId))
    .where(and(eq(tracks.albumId, albumId), eq(recordingFiles.state, 'present'), eq(musicFolders.state, 'online')))
    .orderBy(tracks.discNumber, sql`${tracks.trackNumber} nulls last`, recordingFiles.id)
    .limit(3)
}

export async function saveCover(db: Db, albumId: number, cover: Cover | null): Promise<void> {
  const values = cover
    ? { coverState: 'found' as const, coverHash: cover.hash, coverFile: cover.file, coverColor: cover.color }
    : { coverState: 'none' as const, coverHash: null, coverFile: null, coverColor: null }
  await db.update(albums).set(values).where(eq(albums.id, albumId))
}

/** A cover that a provider has, for an album whose files have none. */
export async function saveOutsideCover(db: Db, albumId: number, cover: Cover): Promise<void> {
  await db
    .update(albums)
    .set({ coverHash: cover.hash, coverFile: cover.file, coverColor: cover.color, coverState: 'found' })
    .where(and(eq(albums.id, albumId), isNull(albums.coverFile)))
}

/** A picture that is no more in storage: albums look for theirs again, artists get a new one when they are refreshed. */
export async function forgetImage(db: Db, file: string): Promise<void> {
  await db
    .update(albums)
    .set({ coverHash: null, coverFile: null, coverColor: null, coverState: 'pending' })
    .where(eq(albums.coverFile, file))
  await db
    .update(artists)
    .set({ imageHash: null, imageFile: null, imageColor: null, lastRefreshedAt: null })
    .where(eq(artists.imageFile, file))
}

/** The album behind a picture that is not there, when a provider may have it. */
export async function albumWithoutCover(
  db: Db,
  type: 'artist' | 'album' | 'track',
  id: number,
): Promise<{ id: number; name: string; artistLine: string; coverUrl: string | null } | undefined> {
  if (type === 'artist') return undefined
  const owner =
    type === 'album' ? eq(albums.id, id) : sql`${albums.id} = (select album_id from tracks where id = ${id})`
  const { name, artistLine, coverUrl } = albums
  const [row] = await db
    .select({ id: albums.id, name, artistLine, coverUrl })
    .from(albums)
    .where(and(owner, isNull(albums.coverFile), eq(albums.catalogued, true)))
  return row
}

/** The stored picture of an album, of a track's album, or of an artist: its own, else its newest album. */
export async function findImage(
  db: Db,
  type: 'artist' | 'album' | 'track',
  id: number,
): Promise<{ hash: string; file: string } | undefined> {
  if (type === 'artist') {
    const { imageHash: hash, imageFile: file } = artists
    const [own] = await db.select({ hash, file }).from(artists).where(eq(artists.id, id))
    if (own?.hash && own.file) return { hash: own.hash, file: own.file }
  }
  const owner = {
    album: sql`a.id = ${id}`,
    track: sql`a.id = (select album_id from tracks where id = ${id})`,
    artist: sql`a.id = (select a2.id from album_artists c join albums a2 on a2.id = c.album_id
      where c.artist_id = ${id} and a2.cover_file is not null and not a2.is_compilation order by a2.release_date desc, a2.id limit 1)`,
  }[type]
  const { rows } = await db.execute<{ hash: string; file: string }>(
    sql`select cover_hash as hash, cover_file as file from albums a where ${owner} and cover_file is not null`,
  )
  return rows[0]
}
