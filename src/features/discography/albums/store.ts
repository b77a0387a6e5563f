import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { albums } from '../../../db/schema/catalogue.ts'
import { editions } from '../../../db/schema/discography.ts'

export async function albumRow(db: Db, id: number) {
  const [row] = await db.select().from(albums).where(eq(albums.id, id))
  return row
}

/** Oldest first. */
export const editionsOf = (db: Db, albumId: number) =>
  db
    .select()
    .from(editions)
    .where(eq(editions.albumId, albumId))
    .orderBy(asc(editions.releaseDate), asc(editions.value))
    .limit(300)
