import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, externalIds } from '../../../../db/schema/catalogue.ts'
import { normalizeName, sortName } from '../../../../platform/lib/normalize.ts'
import type { Credit } from '../../identity/credits.ts'
import { creditLine } from '../../identity/credits.ts'
import type { AlbumDescription } from '../../identity/describe.ts'
import type { AlbumIdentity } from '../../identity/group.ts'
import { artistKey } from './artists.ts'

export type DescribedAlbum = AlbumDescription & Readonly<{ id: number }>

/**
 * Ids of albums by key; what exists keeps its id. Files with and without a MusicBrainz release group meet in one album
 * when artist and title are the same.
 */
export async function ensureAlbums(db: Db, wanted: readonly AlbumIdentity[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const hosts = await findHosts(db, wanted)
  const hosted = (album: AlbumIdentity) => hosts.get(album.key) ?? album.key
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
const toRow = ({ key, titleKey }: AlbumIdentity) => ({
  albumKey: key,
  titleKey,
  name: '',
  sortName: '',
  normalizedName: '',
})

/** For albums known by title only: the album with a release group that has this title, stored or wanted just now. */
async function findHosts(db: Db, wanted: readonly AlbumIdentity[]): Promise<Map<string, string>> {
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
async function adopt(db: Db, wanted: readonly AlbumIdentity[], stored: Set<string>): Promise<void> {
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
  await db.execute(sql`update albums a set name = w.name, sort_name = w.sort_name, normalized_name = w.normalized_name,
      release_date = w.release_date, release_type = w.release_type, is_compilation = w.is_compilation, label = w.label,
      artist_line = w.artist_line, updated_at = now(), cover_state = 'pending'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id bigint, name text, sort_name text, normalized_name text,
      release_date text, release_type text, is_compilation boolean, label text, artist_line text)
    where a.id = w.id`)
  await db.delete(albumArtists).where(
    inArray(
      albumArtists.albumId,
      described.map(({ id }) => id),
    ),
  )
  const credits = described.flatMap(({ id, credits }) =>
    creditRows(credits, artistIds).map((row) => ({ albumId: id, ...row })),
  )
  if (credits.length > 0) await db.insert(albumArtists).values(credits)
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

async function linkReleaseGroups(db: Db, wanted: readonly AlbumIdentity[], ids: Map<string, number>): Promise<void> {
  const values = wanted.flatMap(({ key, releaseGroup }) => {
    const entityId = ids.get(key)
    return releaseGroup && entityId !== undefined
      ? [{ entity: 'album' as const, entityId, provider: 'musicbrainz', value: releaseGroup }]
      : []
  })
  if (values.length > 0) await db.insert(externalIds).values(values).onConflictDoNothing()
}
