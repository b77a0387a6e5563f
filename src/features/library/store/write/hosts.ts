import { sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import type { AlbumIdentity } from '../../identity/group.ts'
import { type Likeable, likeable, likeliest } from '../../identity/likeness.ts'

/** An album of files; `like` and `bareKey` are what they say of it, for finding it among those of services. */
export type PlacedAlbum = AlbumIdentity & Readonly<{ like?: Likeable; bareKey?: string }>
type Host = { key: string; title_key: string | null; like: Likeable }

/**
 * Keys of stored albums that services named and that these files are: by release group, whatever the album's own key
 * is, or by artist, title, year and type. An album that only files speak of stays what it is.
 */
export async function findKnownHosts(db: Db, wanted: readonly PlacedAlbum[]): Promise<Map<string, string>> {
  const hosts = await hostsByGroup(db, wanted)
  const open = wanted.filter(({ key }) => !hosts.has(key))
  const titles = [...new Set(open.flatMap(({ titleKey, bareKey }) => [titleKey ?? [], bareKey ?? []].flat()))]
  const [stored, named] = await Promise.all([storedKeys(db, open), namedAlbums(db, titles)])
  for (const album of open) {
    if (stored.has(album.key) || !album.like) continue
    const byTitle = named.filter(({ title_key, key }) =>
      album.releaseGroup === null
        ? title_key === album.titleKey || title_key === album.bareKey
        : !key.startsWith('mb:') && title_key !== null && [album.titleKey, album.bareKey].includes(title_key),
    )
    const host = likeliest(album.like, byTitle)
    if (host) hosts.set(album.key, host.key)
  }
  return hosts
}

async function hostsByGroup(db: Db, wanted: readonly PlacedAlbum[]): Promise<Map<string, string>> {
  const groups = wanted.flatMap(({ releaseGroup }) => releaseGroup ?? [])
  if (groups.length === 0) return new Map()
  const { rows } = await db.execute<{ value: string; key: string }>(sql`select e.value, a.album_key as key
    from external_ids e join albums a on a.id = e.entity_id and a.album_key <> 'mb:' || e.value
    where e.entity = 'album' and e.provider = 'musicbrainz' and e.value = any(${sql.param(groups)}::text[])`)
  return new Map(rows.map(({ value, key }) => [`mb:${value}`, key]))
}

async function storedKeys(db: Db, wanted: readonly PlacedAlbum[]): Promise<Set<string>> {
  const keys = sql.param(wanted.map(({ key }) => key))
  const { rows } = await db.execute<{ key: string }>(sql`select album_key as key from albums
    where album_key = any(${keys}::text[]) and (not catalogued or album_key like 'mb:%')`)
  return new Set(rows.map(({ key }) => key))
}

async function namedAlbums(db: Db, titleKeys: readonly string[]): Promise<Host[]> {
  if (titleKeys.length === 0) return []
  const { rows } = await db.execute<{
    key: string
    title_key: string
    name: string
    release_date: string
    release_type: string
  }>(sql`select album_key as key, title_key, name, release_date, release_type from albums
    where title_key = any(${sql.param([...titleKeys])}::text[]) and catalogued order by id`)
  return rows.map(({ key, title_key, name, release_date, release_type }) => ({
    ...{ key, title_key },
    like: likeable({ title: name, date: release_date, type: release_type, files: false }),
  }))
}
