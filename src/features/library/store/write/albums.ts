import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { albumArtists, albums, externalIds } from '../../../../db/schema/catalogue.ts'
import { normalizeName, sortName } from '../../../../platform/lib/normalize.ts'
import type { Credit } from '../../identity/credits.ts'
import { creditLine } from '../../identity/credits.ts'
import type { AlbumIdentity } from '../../identity/group.ts'
import { artistKey } from './artists.ts'

export type WantedAlbum = AlbumIdentity &
  Readonly<{ date: string | null; label: string | null; releaseType: string | null; totalTracks: number }>

/**
 * Ids of albums by key. What exists keeps its id and takes the new names; the earliest date of all files is kept. Files
 * with and without a MusicBrainz release group meet in one album when artist and title are the same.
 */
export async function ensureAlbums(
  db: Db,
  wanted: readonly WantedAlbum[],
  artistIds: Map<string, number>,
): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const hosts = await findHosts(db, wanted)
  const hosted = (album: WantedAlbum) => hosts.get(album.key) ?? album.key
  const unique = [...new Map(wanted.map((album) => [hosted(album), { ...album, key: hosted(album) }])).values()]
  const rows = await db
    .insert(albums)
    .values(unique.sort((a, b) => (a.key < b.key ? -1 : 1)).map(toRow))
    .onConflictDoUpdate({ target: albums.albumKey, set: UPDATED })
    .returning({ id: albums.id, albumKey: albums.albumKey })
  const ids = new Map(rows.map((row) => [row.albumKey, row.id]))
  await replaceAlbumCredits(db, unique, ids, artistIds)
  await linkReleaseGroups(db, unique, ids)
  return new Map(
    wanted.flatMap((album) => (ids.has(hosted(album)) ? [[album.key, ids.get(hosted(album)) as number]] : [])),
  )
}

/** For albums known by title only: the album with a release group that has this title, stored or wanted just now. */
async function findHosts(db: Db, wanted: readonly WantedAlbum[]): Promise<Map<string, string>> {
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
async function adopt(db: Db, wanted: readonly WantedAlbum[], stored: Set<string>): Promise<void> {
  for (const { key, titleKey } of wanted) {
    if (!key.startsWith('mb:') || stored.has(key) || !titleKey || !stored.has(titleKey)) continue
    stored.delete(titleKey)
    await db.update(albums).set({ albumKey: key }).where(eq(albums.albumKey, titleKey))
  }
}

const toRow = (album: WantedAlbum) => ({
  albumKey: album.key,
  titleKey: album.titleKey,
  name: album.name,
  sortName: sortName(album.name),
  normalizedName: normalizeName(album.name),
  releaseDate: album.date ?? '',
  releaseType: album.compilation ? 'compilation' : (album.releaseType ?? 'album'),
  isCompilation: album.compilation,
  totalTracks: album.totalTracks,
  label: album.label,
  artistLine: creditLine(album.credits),
})

const UPDATED = {
  titleKey: sql`excluded.title_key`,
  name: sql`excluded.name`,
  sortName: sql`excluded.sort_name`,
  normalizedName: sql`excluded.normalized_name`,
  releaseDate: sql`case when excluded.release_date = '' then albums.release_date
    when albums.release_date = '' then excluded.release_date
    else least(albums.release_date, excluded.release_date) end`,
  releaseType: sql`excluded.release_type`,
  isCompilation: sql`excluded.is_compilation`,
  totalTracks: sql`greatest(albums.total_tracks, excluded.total_tracks)`,
  label: sql`coalesce(excluded.label, albums.label)`,
  artistLine: sql`excluded.artist_line`,
  coverState: sql`case when albums.cover_state = 'none' then 'pending' else albums.cover_state end`,
  updatedAt: sql`now()`,
}

async function replaceAlbumCredits(
  db: Db,
  wanted: readonly WantedAlbum[],
  ids: Map<string, number>,
  artistIds: Map<string, number>,
) {
  await db.delete(albumArtists).where(inArray(albumArtists.albumId, [...ids.values()]))
  const values = wanted.flatMap((album) => {
    const albumId = ids.get(album.key)
    return albumId === undefined ? [] : creditRows(album.credits, artistIds).map((row) => ({ albumId, ...row }))
  })
  if (values.length > 0) await db.insert(albumArtists).values(values)
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

async function linkReleaseGroups(db: Db, wanted: readonly WantedAlbum[], ids: Map<string, number>): Promise<void> {
  const values = wanted.flatMap(({ key, releaseGroup }) => {
    const entityId = ids.get(key)
    return releaseGroup && entityId !== undefined
      ? [{ entity: 'album' as const, entityId, provider: 'musicbrainz', value: releaseGroup }]
      : []
  })
  if (values.length > 0) await db.insert(externalIds).values(values).onConflictDoNothing()
}
