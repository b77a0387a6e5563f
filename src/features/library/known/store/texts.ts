import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { texts } from '../../../../db/schema/discography.ts'
import type { Text, Told } from '../types.ts'

const OWNER = { artist: texts.artistId, album: texts.albumId }

export async function saveText(db: Db, entity: Told, id: number, text: Text): Promise<void> {
  const owner = entity === 'artist' ? { artistId: id } : { albumId: id }
  const { summary, content, url } = text
  await db
    .insert(texts)
    .values({ ...owner, ...text })
    .onConflictDoUpdate({
      target: [OWNER[entity], texts.language],
      targetWhere: sql`${OWNER[entity]} is not null`,
      set: { summary, content, url },
    })
}

export async function textOf(db: Db, entity: Told, id: number, language: string): Promise<Text | null> {
  const { summary, content, url } = texts
  const [row] = await db
    .select({ language: texts.language, summary, content, url })
    .from(texts)
    .where(and(eq(OWNER[entity], id), eq(texts.language, language)))
  return row ?? null
}

/** Texts in languages that the other has none in go there. */
export async function moveTexts(db: Db, entity: Told, from: number, into: number): Promise<void> {
  const owner = sql.identifier(`${entity}_id`)
  await db.execute(sql`update texts t set ${owner} = ${into} where t.${owner} = ${from}
    and not exists (select 1 from texts o where o.${owner} = ${into} and o.language = t.language)`)
}
