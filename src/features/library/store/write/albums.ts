import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, externalIds } from '../../../../db/schema/catalogue.ts'
import { normalizeName, sortName } from '../../../../platform/lib/normalize.ts'
import type { Credit } from '../../identity/credits.ts'
import { creditLine } from '../../identity/credits.ts'
import type { AlbumDescription } from '../../identity/describe.ts'
import { artistKey } from './artists.ts'
import { findKnownHosts, type PlacedAlbum } from './hosts.ts'

export type DescribedAlbum = AlbumDescription & Readonly<{ id: number }>

/**
 * Ids of albums by key; what exists keeps its id. Files with and without a MusicBrainz release group meet in one album
 * when artist and title are the same.
 */
export async function ensureAlbums(db: Db, wanted: readonly PlacedAlbum[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const known = await findKnownHosts(db, wanted)
  const rest = wanted.filter(({ key }) => !known.has(key))
  const hosts = new Map([...known, ...(await findHosts(db, rest))])
  const hosted = (album: PlacedAlbum) => hosts.get(album.key) ?? album.key
  const unique = [...new Map(wanted.map((album) => [hosted(album), { ...album, key: hosted(album) }])).values()]
  const rows = await db
    .insert(albums)
    // In the order of their keys, so that two writers cannot wait for each other in a circle.
    .values(unique.sort((a, b) => (a.key < b.key ? -1 : 1)).map(toRow))
    .onConflictDoUpdate({
      target: albums.albumKey,
      set: { titleKey: sql`coalesce(albums.title_key, excluded.title_key)` },
    })
    .returning({ id: albums.id, albumKey: albums.albumKey })
  const ids = new Map(rows.map((row) => [row.albumKey, row.id]))
  await linkReleaseGroups(db, unique, ids)
  return new Map(
    wanted.flatMap((album) => (ids.has(hosted(album)) ? [[album.key, ids.get(hosted(album)) as number]] : [])),
  )
}

/** A new album is described once its files are there. */
const toRow = ({ key, titleKey }: PlacedAlbum) => ({
  albumKey: key,
  titleKey,
  name: '',
  sortName: '',
  normalizedName: '',
})

/** For albums known by title only: the album with a release group that has this title, stored or wanted just now. */
async function findHosts(db: Db, wanted: readonly PlacedAlbum[]): Promise<Map<string, string>> {
  const titleKeys = wanted.flatMap(({ titleKey }) => titleKey ?? [])
  if (titleKeys.length === 0) return new Map()
  const stored = await db
    .select({ key: albums.albumKey, titleKey: albums.titleKey })
    .from(albums)
    .where(inArray(albums.titleKey, titleKeys))
    .orderBy(albums.id)
  await adopt(db, wanted, new Set(stored.map(({ key }) => key)))
  const released = [...stored, ...wanted].filter(({ key }) => key.startsWith('mb:'))
  return new Map(
    wanted.flatMap(({ key, titleKey }) => {
      const host = key === titleKey && released.find((album) => album.titleKey === titleKey)
      return host ? [[key, host.key]] : []
    }),
  )
}

/** An album known by title takes the release group that comes with that title, and keeps its id and its listeners. */
async function adopt(db: Db, wanted: readonly PlacedAlbum[], stored: Set<string>): Promise<void> {
  for (const { key, titleKey } of wanted) {
    if (!key.startsWith('mb:') || stored.has(key) || !titleKey || !stored.has(titleKey)) continue
    stored.delete(titleKey)
    await db.update(albums).set({ albumKey: key }).where(eq(albums.albumKey, titleKey))
  }
}

/** Writes names, dates and credits of albums. Their files were read anew, so their covers are looked for again. */
export async function describeAlbums(
  db: Db,
  described: readonly DescribedAlbum[],
  artistIds: Map<string, number>,
): Promise<void> {
  if (described.length === 0) return
  const rows = described.map((album) => ({
    ...{ id: album.id, name: album.name, sort_name: sortName(album.name), normalized_name: normalizeName(album.name) },
    ...{ release_date: album.date ?? '', release_type: album.releaseType, is_compilation: album.compilation },
    ...{ label: album.label, artist_line: creditLine(album.credits) },
  }))
  const settled = await settledCredits(
    db,
    'album',
    described.map(({ id }) => id),
  )
  await db.execute(sql`update albums a set name = w.name, sort_name = w.sort_name, normalized_name = w.normalized_name,
      -- Files name an album; when and as what it came out a service knows better.
      release_date = case when a.catalogued and a.release_date <> '' then a.release_date else w.release_date end,
      release_type = case when a.catalogued then a.release_type else w.release_type end,
      is_compilation = w.is_compilation, label = case when a.catalogued then coalesce(w.label, a.label) else w.label end,
      artist_line = case when a.id = any(${ids(settled)}) then a.artist_line else w.artist_line end, updated_at = now(), cover_state = 'pending'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id bigint, name text, sort_name text, normalized_name text,
      release_date text, release_type text, is_compilation boolean, label text, artist_line text)
    where a.id = w.id`)
  const open = described.filter(({ id }) => !settled.has(id))
  await db.delete(albumArtists).where(
    inArray(
      albumArtists.albumId,
      open.map(({ id }) => id),
    ),
  )
  const credits = open.flatMap(({ id, credits }) =>
    creditRows(credits, artistIds).map((row) => ({ albumId: id, ...row })),
  )
  if (credits.length > 0) await db.insert(albumArtists).values(credits)
}

const ids = (values: Iterable<number>) => sql`${sql.param([...values])}::bigint[]`

/** Rows whose credits someone set by hand: files do not change them. */
export async function settledCredits(
  db: Db,
  entity: 'album' | 'track',
  entityIds: readonly number[],
): Promise<Set<number>> {
  const { rows } = await db.execute<{ id: string }>(sql`select entity_id as id from provenance
    where entity = ${entity} and entity_id = any(${ids(entityIds)}) and field = 'credits' and provider = 'user'`)
  return new Set(rows.map(({ id }) => Number(id)))
}

/** Covers of the albums in these directories are looked for again; what they show until then stays. */
export async function expectCovers(db: Db, folderId: number, albumDirs: readonly string[]): Promise<void> {
  await db.execute(sql`update albums a set cover_state = 'pending' where a.cover_state <> 'pending' and a.id in (
    select t.album_id from recording_files f join tracks t on t.id = f.track_id
    where f.folder_id = ${folderId} and f.album_dir = any(${sql.param([...albumDirs])}::text[]))`)
}

/** Credits as rows; an artist named twice keeps the first place. */
export function creditRows(credits: readonly Credit[], artistIds: Map<string, number>) {
  const rows = credits.flatMap(({ name, mbid, role, joinPhrase }) => {
    const artistId = artistIds.get(artistKey({ name, mbid }))
    return artistId === undefined ? [] : [{ artistId, role, joinPhrase }]
  })
  const unique = rows.filter((row, at) => rows.findIndex((other) => other.artistId === row.artistId) === at)
  return unique.map((row, position) => ({ ...row, position }))
}

async function linkReleaseGroups(db: Db, wanted: readonly PlacedAlbum[], ids: Map<string, number>): Promise<void> {
  const values = wanted.flatMap(({ key, releaseGroup }) => {
    const entityId = ids.get(key)
    return releaseGroup && entityId !== undefined
      ? [{ entity: 'album' as const, entityId, provider: 'musicbrainz', value: releaseGroup }]
      : []
  })
  if (values.length > 0) await db.insert(externalIds).values(values).onConflictDoNothing()
}
