import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { artists, externalIds } from '../../../../db/schema/catalogue.ts'
import { normalizeName, sortName } from '../../../../platform/lib/normalize.ts'

export type WantedArtist = Readonly<{ name: string; mbid: string | null }>
type Wanted = readonly [key: string, artist: WantedArtist]
export const artistKey = ({ name, mbid }: WantedArtist): string => `${normalizeName(name)}\0${mbid ?? ''}`

/**
 * Ids of artists by `artistKey`, making those that do not exist. A MusicBrainz id decides; without one the name does.
 * An artist known by name only takes the first MusicBrainz id that comes with that name; another id of the same name
 * is another artist.
 */
export async function ensureArtists(db: Db, wanted: readonly WantedArtist[]): Promise<Map<string, number>> {
  const unique = new Map(wanted.map((artist) => [artistKey(artist), artist]))
  const ids = await findByMbid(db, [...unique.values()])
  const open = [...unique].filter(([key]) => !ids.has(key))
  const named = await findByName(
    db,
    open.map(([, { name }]) => normalizeName(name)),
  )
  const taken = new Set(ids.values())
  for (const [key, { name, mbid }] of open) {
    const candidates = named.filter((row) => row.normalizedName === normalizeName(name))
    const free = mbid ? candidates.find((row) => row.mbid === null && !taken.has(row.id)) : candidates[0]
    if (free) ids.set(key, free.id)
    if (free && mbid) taken.add(free.id)
  }
  const missing = [...unique].filter(([key]) => !ids.has(key))
  const hosts = hostsAmong(missing)
  await insertMissing(
    db,
    missing.filter(([key]) => !hosts.has(key)),
    ids,
  )
  for (const [key, host] of hosts) {
    const id = ids.get(host)
    if (id !== undefined) ids.set(key, id)
  }
  await linkMbids(db, unique, ids)
  return ids
}

async function findByMbid(db: Db, wanted: WantedArtist[]): Promise<Map<string, number>> {
  const mbids = wanted.flatMap(({ mbid }) => mbid ?? [])
  if (mbids.length === 0) return new Map()
  const rows = await db
    .select({ id: externalIds.entityId, mbid: externalIds.value })
    .from(externalIds)
    .where(
      and(eq(externalIds.entity, 'artist'), eq(externalIds.provider, 'musicbrainz'), inArray(externalIds.value, mbids)),
    )
  const byMbid = new Map(rows.map((row) => [row.mbid, row.id]))
  return new Map(
    wanted.flatMap((artist) =>
      artist.mbid && byMbid.has(artist.mbid) ? [[artistKey(artist), byMbid.get(artist.mbid) as number]] : [],
    ),
  )
}

async function findByName(db: Db, names: string[]) {
  if (names.length === 0) return []
  const mbid = sql<
    string | null
  >`(select value from external_ids e where e.entity = 'artist' and e.provider = 'musicbrainz' and e.entity_id = artists.id limit 1)`
  return db
    .select({ id: artists.id, normalizedName: artists.normalizedName, mbid })
    .from(artists)
    .where(inArray(artists.normalizedName, names))
    .orderBy(artists.id)
}

/** A name without an id that comes together with one that has an id is that artist, as when one came after the other. */
function hostsAmong(missing: readonly Wanted[]): Map<string, string> {
  const byName = new Map<string, string>()
  for (const [key, { name, mbid }] of missing) {
    const known = byName.get(normalizeName(name))
    if (mbid && (known === undefined || key < known)) byName.set(normalizeName(name), key)
  }
  const open = missing.filter(([, { mbid }]) => !mbid)
  return new Map(
    open.flatMap(([key, { name }]) => {
      const host = byName.get(normalizeName(name))
      return host === undefined ? [] : [[key, host] as const]
    }),
  )
}

async function insertMissing(db: Db, missing: readonly Wanted[], ids: Map<string, number>): Promise<void> {
  if (missing.length === 0) return
  // In the order of their keys, so that two writers cannot wait for each other in a circle.
  const values = missing
    .map(([, { name, mbid }]) => ({
      name,
      normalizedName: normalizeName(name),
      sortName: sortName(name),
      identity: mbid ?? '',
    }))
    .sort((a, b) => (a.normalizedName + a.identity < b.normalizedName + b.identity ? -1 : 1))
  const rows = await db
    .insert(artists)
    .values(values)
    .onConflictDoUpdate({
      target: [artists.normalizedName, artists.identity],
      set: { normalizedName: sql`excluded.normalized_name` },
    })
    .returning({ id: artists.id, normalizedName: artists.normalizedName, identity: artists.identity })
  const found = new Map(rows.map((row) => [`${row.normalizedName}\0${row.identity}`, row.id]))
  for (const [key] of missing) {
    const id = found.get(key)
    if (id !== undefined) ids.set(key, id)
  }
}

async function linkMbids(db: Db, unique: Map<string, WantedArtist>, ids: Map<string, number>): Promise<void> {
  const values = [...unique].flatMap(([key, { mbid }]) => {
    const entityId = ids.get(key)
    return mbid && entityId !== undefined
      ? [{ entity: 'artist' as const, entityId, provider: 'musicbrainz', value: mbid }]
      : []
  })
  if (values.length > 0) await db.insert(externalIds).values(values).onConflictDoNothing()
}
