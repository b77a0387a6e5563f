import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import type { Entity, OutsideId } from '../../types.ts'
import { list } from '../ids.ts'
import { table } from '../refs.ts'

export async function ownerOf(
  db: Db,
  entity: Entity,
  { provider, value }: OutsideId,
): Promise<{ entityId: number; pinned: boolean } | null> {
  const { rows } = await db.execute<{
    id: string
    pinned: boolean
  }>(sql`select entity_id as id, pinned from external_ids
    where entity = ${entity} and provider = ${provider} and value = ${value} for update`)
  const [row] = rows
  return row ? { entityId: Number(row.id), pinned: row.pinned } : null
}

/** Pins an id to a row; it is the only one of its service there, except for others that were pinned too. */
export async function takeId(db: Db, entity: Entity, id: number, { provider, value }: OutsideId): Promise<void> {
  await db.execute(sql`delete from external_ids where entity = ${entity} and provider = ${provider}
    and (value = ${value} or (entity_id = ${id} and not pinned))`)
  await db.execute(sql`insert into external_ids (entity, entity_id, provider, value, pinned)
    values (${entity}, ${id}, ${provider}, ${value}, true)`)
}

/** Before another id of that service is pinned. */
export async function releaseIds(db: Db, entity: Entity, id: number, provider: string): Promise<void> {
  await db.execute(sql`update external_ids set pinned = false
    where entity = ${entity} and entity_id = ${id} and provider = ${provider}`)
}

/** A new artist with the looks of another one. */
export async function copyArtist(
  db: Db,
  from: number,
  name: string,
  normalized: string,
  sort: string,
  identity: string,
) {
  const { rows } = await db.execute<{ id: string }>(sql`insert into artists
      (name, normalized_name, sort_name, identity, catalogued)
    select ${name}, ${normalized}, ${sort}, case when exists (select 1 from artists x
      where x.normalized_name = ${normalized} and x.identity = ${identity}) then ${identity} || '#' || nextval('artists_id_seq')
      else ${identity} end, catalogued from artists where id = ${from} returning id`)
  return rows[0] ? Number(rows[0].id) : null
}

/** Credits of these albums and of their tracks name the other artist, and that stays so. */
export async function moveCredits(db: Db, from: number, into: number, albumIds: readonly number[]): Promise<void> {
  for (const [entity, owners] of [
    ['album', sql`any(${list(albumIds)})`],
    ['track', sql`any(array(select id from tracks where album_id = any(${list(albumIds)})))`],
  ] as const) {
    await settleCredits(db, entity, from, owners)
    await renameCredits(db, entity, from, into, owners)
  }
}

/** Everything that names one artist names the other. */
export async function moveAllCredits(db: Db, from: number, into: number): Promise<void> {
  for (const entity of ['album', 'track'] as const) {
    const owners = sql`any(array(select ${sql.identifier(`${entity}_id`)} from ${sql.identifier(`${entity}_artists`)} where artist_id = ${from}))`
    await settleCredits(db, entity, from, owners)
    await renameCredits(db, entity, from, into, owners)
  }
}

type Owners = ReturnType<typeof sql>

async function renameCredits(
  db: Db,
  entity: 'album' | 'track',
  from: number,
  into: number,
  owners: Owners,
): Promise<void> {
  const credits = sql.identifier(`${entity}_artists`)
  const owner = sql.identifier(`${entity}_id`)
  // Who is named already is not named twice.
  await db.execute(sql`delete from ${credits} c where c.artist_id = ${from} and c.${owner} = ${owners}
    and exists (select 1 from ${credits} o where o.${owner} = c.${owner} and o.artist_id = ${into})`)
  await db.execute(
    sql`update ${credits} c set artist_id = ${into} where c.artist_id = ${from} and c.${owner} = ${owners}`,
  )
}

async function settleCredits(db: Db, entity: 'album' | 'track', from: number, owners: Owners): Promise<void> {
  const owner = sql.identifier(`${entity}_id`)
  await db.execute(sql`insert into provenance (entity, entity_id, field, provider)
    select distinct ${entity}, c.${owner}, 'credits', 'user' from ${sql.identifier(`${entity}_artists`)} c
    where c.artist_id = ${from} and c.${owner} = ${owners}
    on conflict (entity, entity_id, field) do update set provider = 'user', score = null, fetched_at = now()`)
}

/** Rows of one thing that become another's: favourites, ids and sources; what is there already stays as it is. */
export async function moveMarks(db: Db, entity: 'artist' | 'album', from: number, into: number): Promise<void> {
  const target = sql.identifier(`${entity}_id`)
  await db.execute(sql`update favorites v set ${target} = ${into} where v.${target} = ${from}
    and not exists (select 1 from favorites o where o.user_id = v.user_id and o.${target} = ${into})`)
  await db.execute(sql`update external_ids set entity_id = ${into} where entity = ${entity} and entity_id = ${from}`)
  await db.execute(sql`update provenance p set entity_id = ${into} where p.entity = ${entity} and p.entity_id = ${from}
    and not exists (select 1 from provenance o where o.entity = p.entity and o.entity_id = ${into} and o.field = p.field)`)
  await db.execute(sql`delete from provenance where entity = ${entity} and entity_id = ${from}`)
}

export async function removeRow(db: Db, entity: Entity, id: number): Promise<void> {
  await db.execute(sql`delete from ${table(entity)} where id = ${id}`)
}

/** Locks rows in the order of their ids; how many there are. */
export async function lockRows(db: Db, entity: Entity, ids: readonly number[]): Promise<number> {
  const { rows } = await db.execute(
    sql`select id from ${table(entity)} where id = any(${list(ids)}) order by id for update`,
  )
  return rows.length
}
