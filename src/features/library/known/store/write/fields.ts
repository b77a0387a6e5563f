import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { json } from '../../clean.ts'
import type { Entity } from '../../types.ts'
import { table } from '../refs.ts'

export type Columns = Readonly<Record<string, string | number | null | undefined>>

export async function describeRow(
  db: Db,
  entity: Entity,
  id: number,
  columns: readonly (readonly [string, string | number | null | undefined])[],
): Promise<void> {
  const sets = columns.map(
    ([column, value]) =>
      sql`${sql.identifier(column)} = ${typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value}`,
  )
  if (sets.length === 0) return
  await db.execute(
    sql`update ${table(entity)} set ${sql.join([...sets, sql`updated_at = now()`], sql`, `)} where id = ${id}`,
  )
}

type TagRow = Readonly<{ name: string; normalized_name: string; weight: number }>

/** Genres of a service take the place of all that services said before. */
export async function replaceTags(db: Db, id: number, tags: readonly TagRow[], source: string): Promise<void> {
  await db.execute(sql`delete from artist_tags where artist_id = ${id}`)
  await db.execute(sql`insert into artist_tags (artist_id, name, normalized_name, weight, provider)
    select distinct on (w.normalized_name) ${id}::bigint, w.name, w.normalized_name, w.weight, ${source}
    from jsonb_to_recordset(${json(tags)}::jsonb) as w(name text, normalized_name text, weight real)
    order by w.normalized_name, w.weight desc`)
}

export type SimilarRow = Readonly<{
  position: number
  name: string
  normalized_name: string
  ids: Record<string, string>
  score: number
}>

/** Similar artists, each with the row of ours that it is: by an id, else the only one of that name. */
export async function replaceSimilar(db: Db, id: number, rows: readonly SimilarRow[], source: string): Promise<void> {
  await db.execute(sql`delete from similar_artists where artist_id = ${id}`)
  await db.execute(sql`insert into similar_artists (artist_id, position, name, ids, score, provider, similar_id)
    select ${id}::bigint, w.position, w.name, w.ids, w.score, ${source}, coalesce(
      (select e.entity_id from jsonb_each_text(w.ids) i join external_ids e on e.entity = 'artist' and e.provider = i.key
        and e.value = i.value where e.entity_id <> ${id} order by i.key = 'musicbrainz' desc, i.key limit 1),
      (select min(a.id) from artists a where a.normalized_name = w.normalized_name and a.id <> ${id}
        and not exists (select 1 from external_ids e join jsonb_each_text(w.ids) i on i.key = e.provider
          where e.entity = 'artist' and e.entity_id = a.id and e.value <> i.value) having count(*) = 1))
    from jsonb_to_recordset(${json(rows)}::jsonb) as w(position int, name text, normalized_name text, ids jsonb, score real)`)
}
