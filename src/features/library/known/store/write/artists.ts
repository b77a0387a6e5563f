import { sql } from 'drizzle-orm'
import type { Db } from '../../../../../db/client.ts'
import { groupBy } from '../../../../../platform/lib/group-by.ts'
import { normalizeName, sortName } from '../../../../../platform/lib/normalize.ts'
import { json } from '../../clean.ts'
import { chooseArtists, type NamedArtist, type WantedArtist, wantedKey } from '../../matching/artists.ts'
import type { OutsideId } from '../../types.ts'
import { findByIds, idsOf, linkIds, list } from '../ids.ts'

/** Ids of artists by `wantedKey`, making those that do not exist; their outside ids are kept. */
export async function resolveArtists(db: Db, wanted: readonly WantedArtist[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const chosen = chooseArtists(wanted, await candidates(db, wanted))
  await insertArtists(db, chosen, wanted)
  const links = wanted.flatMap((artist) => {
    const entityId = chosen.get(wantedKey(artist))?.id
    return entityId == null ? [] : artist.ids.map((id) => ({ ...id, entityId }))
  })
  await linkIds(db, 'artist', links)
  return new Map([...chosen].flatMap(([key, { id }]) => (id === null ? [] : [[key, id]])))
}

async function candidates(db: Db, wanted: readonly WantedArtist[]): Promise<NamedArtist[]> {
  const byId = await findByIds(
    db,
    'artist',
    wanted.flatMap(({ ids }) => ids),
  )
  const names = [...new Set(wanted.map(({ name }) => normalizeName(name)))]
  const { rows } = await db.execute<{ id: string; normalized_name: string; identity: string }>(sql`
    select id, normalized_name, identity from artists where id = any(${list([...new Set(byId.values())])})
      or normalized_name = any(${sql.param(names)}::text[]) order by id`)
  const ids = groupBy(
    await idsOf(
      db,
      'artist',
      rows.map(({ id }) => Number(id)),
    ),
    ({ entityId }) => entityId,
  )
  return rows.map(({ id, normalized_name, identity }) => {
    const outside: OutsideId[] = (ids.get(Number(id)) ?? []).map(({ provider, value }) => ({ provider, value }))
    return { id: Number(id), normalizedName: normalized_name, identity, ids: outside }
  })
}

async function insertArtists(db: Db, chosen: Map<string, NamedArtist>, wanted: readonly WantedArtist[]): Promise<void> {
  const missing = new Map<NamedArtist, string>()
  for (const artist of wanted) {
    const row = chosen.get(wantedKey(artist))
    if (row && row.id === null && !missing.has(row)) missing.set(row, artist.name)
  }
  if (missing.size === 0) return
  const values = [...missing].map(([row, name]) => ({
    ...{ name, sort_name: sortName(name), normalized_name: row.normalizedName, identity: row.identity },
  }))
  // In the order of their keys, so that two writers cannot wait for each other in a circle.
  const { rows } = await db.execute<{ id: string; normalized_name: string; identity: string }>(sql`
    insert into artists (name, sort_name, normalized_name, identity)
    select w.name, w.sort_name, w.normalized_name, w.identity from jsonb_to_recordset(${json(values)}::jsonb)
      as w(name text, sort_name text, normalized_name text, identity text) order by normalized_name, identity
    on conflict (normalized_name, identity) do update set normalized_name = excluded.normalized_name
    returning id, normalized_name, identity`)
  const ids = new Map(rows.map((row) => [`${row.normalized_name}\0${row.identity}`, Number(row.id)]))
  for (const row of missing.keys()) row.id = ids.get(`${row.normalizedName}\0${row.identity}`) ?? null
}

export type ArtistFacts = Readonly<{
  disambiguation: string | null
  kind: string | null
  country: string | null
  begin_date: string | null
  end_date: string | null
  links: readonly object[] | null
}>

/** Writes what is known of an artist; null leaves what is there. */
export async function describeArtist(db: Db, id: number, facts: ArtistFacts): Promise<void> {
  await db.execute(sql`update artists a set catalogued = true, disambiguation = coalesce(w.disambiguation, a.disambiguation), kind = coalesce(w.kind, a.kind),
      country = coalesce(w.country, a.country), begin_date = coalesce(w.begin_date, a.begin_date),
      end_date = coalesce(w.end_date, a.end_date), links = coalesce(w.links, a.links), updated_at = now()
    from jsonb_to_recordset(${json([facts])}::jsonb) as w(disambiguation text, kind text,
      country text, begin_date text, end_date text, links jsonb) where a.id = ${id}`)
}

export async function markDiscography(db: Db, id: number): Promise<void> {
  await db.execute(
    sql`update artists set discography_at = now(), last_refreshed_at = now(), catalogued = true where id = ${id}`,
  )
}

/** Only one at a time writes the albums of an artist; its name, or null when it is gone. */
export async function lockArtist(db: Db, id: number): Promise<string | null> {
  const { rows } = await db.execute<{ name: string }>(sql`select name from artists where id = ${id} for no key update`)
  return rows[0]?.name ?? null
}

/** Numbers of albums and tracks, after credits changed. */
export async function countCredits(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.execute(sql`update artists a set album_count = w.albums, track_count = w.tracks from (
      select r.id, (select count(*) from album_artists c where c.artist_id = r.id) as albums,
        (select count(*) from track_artists c where c.artist_id = r.id) as tracks
      from artists r where r.id = any(${list(ids)}) order by r.id for no key update) w
    where a.id = w.id and (a.album_count, a.track_count) is distinct from (w.albums, w.tracks)`)
}
