import { and, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, artists, trackArtists, tracks } from '../../../../db/schema/catalogue.ts'
import { hiddenArtists } from '../../../../db/schema/favorites.ts'

export const artistVisible = (db: Db, userId: number, artistId: PgColumn) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(hiddenArtists)
      .where(and(eq(hiddenArtists.userId, userId), eq(hiddenArtists.artistId, artistId))),
  )

/** Not a track or album whose main artist this user hides. */
function creditsVisible(db: Db, userId: number, credits: typeof albumArtists | typeof trackArtists, owner: SQL): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(credits)
      .innerJoin(hiddenArtists, and(eq(hiddenArtists.artistId, credits.artistId), eq(hiddenArtists.userId, userId)))
      .where(and(owner, eq(credits.role, 'main'))),
  )
}

export const albumVisible = (db: Db, userId: number): SQL =>
  creditsVisible(db, userId, albumArtists, eq(albumArtists.albumId, albums.id))
export const trackVisible = (db: Db, userId: number): SQL =>
  creditsVisible(db, userId, trackArtists, eq(trackArtists.trackId, tracks.id))

export async function hidesAnyone(db: Db, userId: number): Promise<boolean> {
  const [row] = await db.select({ one: sql`1` }).from(hiddenArtists).where(eq(hiddenArtists.userId, userId)).limit(1)
  return row !== undefined
}

export async function artistIsVisible(db: Db, userId: number, id: number): Promise<boolean> {
  return (await db.$count(artists, eq(artists.id, id))) > 0 && artistVisibleTo(db, userId, id)
}

async function artistVisibleTo(db: Db, userId: number, id: number): Promise<boolean> {
  return (await db.$count(hiddenArtists, and(eq(hiddenArtists.userId, userId), eq(hiddenArtists.artistId, id)))) === 0
}

export async function visibleAlbum(db: Db, userId: number, id: number): Promise<number[]> {
  const rows = await db
    .select({ id: albums.id })
    .from(albums)
    .where(and(eq(albums.id, id), albumVisible(db, userId)))
  return rows.map((row) => row.id)
}

export const visibleTrack = (db: Db, userId: number, id: number): Promise<number[]> => visibleTracks(db, userId, [id])

/** Those of some tracks that this user sees, each once and in the order that was asked for. */
export async function visibleTracks(db: Db, userId: number, ids: readonly number[]): Promise<number[]> {
  const rows = await db
    .select({ id: tracks.id })
    .from(tracks)
    .where(and(inArray(tracks.id, [...ids]), trackVisible(db, userId)))
  const seen = new Set(rows.map((row) => row.id))
  return [...new Set(ids)].filter((id) => seen.has(id))
}
