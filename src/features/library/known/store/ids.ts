import { sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { idKey, json } from '../clean.ts'
import type { Entity, OutsideId } from '../types.ts'

export type LinkedId = OutsideId & Readonly<{ entityId: number; pinned: boolean }>
export const list = (ids: readonly number[]) => sql`${sql.param([...ids])}::bigint[]`

/** Rows by what others call them: `idKey` -> local id. */
export async function findByIds(db: Db, entity: Entity, ids: readonly OutsideId[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.execute<{ id: string; provider: string; value: string }>(sql`
    select e.entity_id as id, e.provider, e.value from jsonb_to_recordset(${json(ids)}::jsonb) as w(provider text, value text)
    join external_ids e on e.entity = ${entity} and e.provider = w.provider and e.value = w.value`)
  return new Map(rows.map((row) => [idKey(row), Number(row.id)]))
}

export async function idsOf(db: Db, entity: Entity, entityIds: readonly number[]): Promise<LinkedId[]> {
  if (entityIds.length === 0) return []
  const { rows } = await db.execute<{ id: string; provider: string; value: string; pinned: boolean }>(sql`
    select entity_id as id, provider, value, pinned from external_ids
    where entity = ${entity} and entity_id = any(${list(entityIds)}) order by entity_id, provider, value`)
  return rows.map(({ id, ...row }) => ({ ...row, entityId: Number(id) }))
}

/**
 * Adds ids. One that belongs to another row stays there, and where someone pinned an id of a provider by hand, no
 * other of that provider is added.
 */
export async function linkIds(
  db: Db,
  entity: Entity,
  links: readonly Readonly<{ entityId: number; provider: string; value: string }>[],
): Promise<void> {
  if (links.length === 0) return
  const rows = links.map(({ entityId, provider, value }) => ({ entity_id: entityId, provider, value }))
  await db.execute(sql`insert into external_ids (entity, entity_id, provider, value)
    select distinct on (w.provider, w.value) ${entity}, w.entity_id, w.provider, w.value
    from jsonb_to_recordset(${json(rows)}::jsonb) as w(entity_id bigint, provider text, value text)
    where not exists (select 1 from external_ids p where p.entity = ${entity} and p.entity_id = w.entity_id
      and p.provider = w.provider and p.pinned)
    order by w.provider, w.value, w.entity_id on conflict do nothing`)
}
