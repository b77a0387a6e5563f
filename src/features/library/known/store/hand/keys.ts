import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import type { Entity } from '../../types.ts'
import { list } from '../ids.ts'

/**
 * After ids went from one row to another: keys that are made of ids follow them, else what a service says of the id next
 * would meet the row that had it. A key that another row has gets the row's number. Tracks have keys by their place.
 */
export async function followIds(db: Db, entity: Entity, ids: readonly number[]): Promise<void> {
  if (entity === 'album') await rekeyAlbums(db, ids)
  if (entity === 'artist') await rekeyArtists(db, ids)
}

const idsOf = (entity: Entity, id: string) =>
  sql`external_ids e where e.entity = ${entity} and e.entity_id = ${sql.raw(id)}`

/** A release group, else any other id where the key was of one, else artist and title. Directories stay what they are. */
async function rekeyAlbums(db: Db, ids: readonly number[]): Promise<void> {
  await db.execute(sql`update albums a set album_key =
      case when exists (select 1 from albums x where x.album_key = w.key) then w.key || '#' || a.id else w.key end
    from (select b.id, coalesce(
        case when b.title_key is not null or b.album_key ~ '^(mb|id):' then
          (select k.key from (select 'mb:' || e.value as key, e.pinned from ${idsOf('album', 'b.id')}
            and e.provider = 'musicbrainz') k order by k.pinned desc, k.key = b.album_key desc, k.key limit 1) end,
        case when b.album_key ~ '^(mb|id):' then coalesce(
          (select k.key from (select 'id:' || e.provider || ':' || e.value as key, e.pinned from ${idsOf('album', 'b.id')}
            and e.provider <> 'musicbrainz') k order by k.key = b.album_key desc, k.pinned desc, k.key limit 1),
          b.title_key, 'row:' || b.id) end,
        b.album_key) as key
      from albums b where b.id = any(${list(ids)})) w
    where a.id = w.id and a.album_key <> w.key and not starts_with(a.album_key, w.key || '#')`)
}

/** What tells artists of one name apart is an id of theirs, or nothing. */
async function rekeyArtists(db: Db, ids: readonly number[]): Promise<void> {
  const said = sql`split_part(b.identity, '#', 1)`
  await db.execute(sql`update artists a set identity = case when exists (select 1 from artists x
      where x.normalized_name = a.normalized_name and x.identity = w.identity) then w.identity || '#' || a.id else w.identity end
    from (select b.id, coalesce((select e.value from ${idsOf('artist', 'b.id')} and e.provider = 'musicbrainz'
        order by e.pinned desc, e.value limit 1), '') as identity
      from artists b where b.id = any(${list(ids)}) and b.identity <> '' and not exists (select 1 from ${idsOf('artist', 'b.id')}
        and ${said} in (e.value, e.provider || ':' || e.value))) w
    where a.id = w.id`)
}
