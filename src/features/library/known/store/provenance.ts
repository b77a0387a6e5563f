import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { provenance } from '../../../../db/schema/discography.ts'
import { json } from '../clean.ts'
import type { Entity, Provenance } from '../types.ts'
import { list } from './ids.ts'

export type FieldSource = Readonly<{ entityId: number; field: string; source: string; score: number | null }>

/** Says where fields came from; of one field the last word counts, and a user's is never the other's. */
export async function recordSources(db: Db, entity: Entity, sources: readonly FieldSource[]): Promise<void> {
  if (sources.length === 0) return
  const unique = [...new Map(sources.map((row) => [`${row.entityId} ${row.field}`, row])).values()]
  const rows = unique.map(({ entityId, ...row }) => ({ entity_id: entityId, ...row }))
  await db.execute(sql`insert into provenance (entity, entity_id, field, provider, score, fetched_at)
    select ${entity}, w.entity_id, w.field, w.source, w.score, now()
    from jsonb_to_recordset(${json(rows)}::jsonb) as w(entity_id bigint, field text, source text, score real)
    order by w.entity_id, w.field
    on conflict (entity, entity_id, field) do update set provider = excluded.provider, score = excluded.score,
      fetched_at = excluded.fetched_at where provenance.provider <> 'user' or excluded.provider = 'user'`)
}

/** Fields that a user set, by entity. */
export async function userFields(db: Db, entity: Entity, ids: readonly number[]): Promise<Map<number, Set<string>>> {
  const fields = new Map<number, Set<string>>()
  if (ids.length === 0) return fields
  const { rows } = await db.execute<{ id: string; field: string }>(sql`select entity_id as id, field from provenance
    where entity = ${entity} and entity_id = any(${list(ids)}) and provider = 'user'`)
  for (const { id, field } of rows) fields.set(Number(id), (fields.get(Number(id)) ?? new Set()).add(field))
  return fields
}

export async function sourcesOf(db: Db, entity: Entity, id: number): Promise<Provenance[]> {
  const { field, provider, score, fetchedAt } = provenance
  return db
    .select({ field, provider, score, fetchedAt })
    .from(provenance)
    .where(and(eq(provenance.entity, entity), eq(provenance.entityId, id)))
    .orderBy(asc(field))
}
