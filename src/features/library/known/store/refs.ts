import { sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import type { Entity } from '../types.ts'

export const table = (entity: Entity) => sql.identifier(`${entity}s`)

export async function rowExists(db: Db, entity: Entity, id: number): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from ${table(entity)} where id = ${id}`)
  return rows.length > 0
}

/** A row by an outside id; an album also by one of its editions. */
export async function rowOfId(db: Db, entity: Entity, provider: string, value: string): Promise<number | null> {
  const edition =
    entity === 'album'
      ? sql`union all select album_id from editions where provider = ${provider} and value = ${value}`
      : sql``
  const { rows } = await db.execute<{ id: string }>(sql`select e.entity_id as id from external_ids e
      join ${table(entity)} t on t.id = e.entity_id
    where e.entity = ${entity} and e.provider = ${provider} and e.value = ${value} ${edition} limit 1`)
  return rows[0] ? Number(rows[0].id) : null
}
