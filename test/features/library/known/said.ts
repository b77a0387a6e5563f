import { sql } from 'drizzle-orm'
import { openDatabase } from '../../../../src/db/client.ts'
import { createKnown } from '../../../../src/features/library/known/known.ts'
import type { AlbumContents, CreditedArtist, FoundAlbum, FoundTrack } from '../../../../src/providers/ports.ts'
import { createTestDatabase } from '../../../support/database.ts'

/** The catalogue on a database of its own. */
export async function startKnown() {
  const { url, drop } = await createTestDatabase()
  const database = openDatabase(url, () => undefined)
  const { db } = database
  const rows = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
    (await db.execute<T>(query)).rows
  return {
    ...{ db, url, known: createKnown({ db }), rows },
    async count(table: string): Promise<number> {
      return (await rows<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`))[0]!.n
    },
    clear: () =>
      db.execute(sql`truncate artists, albums, tracks, external_ids, provenance, genres, music_folders cascade`),
    async close(): Promise<void> {
      await database.close()
      await drop()
    },
  }
}

export const mbid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const credit = (name: string, more: Partial<CreditedArtist> = {}): CreditedArtist => ({
  ...{ name, ids: {}, role: 'main' as const, joinPhrase: '' },
  ...more,
})

export const album = (title: string, more: Partial<FoundAlbum> = {}): FoundAlbum => ({
  ...{ title, ids: {}, type: 'album' as const, date: '', credits: [], genres: [], upc: null, trackCount: null },
  ...{ cover: null, disambiguation: '' },
  ...more,
})

export const track = (title: string, position: number | null, more: Partial<FoundTrack> = {}): FoundTrack => ({
  ...{ title, ids: {}, disc: 1, position, durationMs: null, isrcs: [], explicit: null, credits: [], popularity: null },
  ...more,
})

export const contents = (tracks: FoundTrack[], more: Partial<AlbumContents> = {}): AlbumContents => ({
  ...{ ids: {}, label: null, upc: null, editions: [], tracks },
  ...more,
})
