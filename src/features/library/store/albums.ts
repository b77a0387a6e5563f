import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { albumArtists, albums, externalIds } from '../../../db/schema/catalogue.ts'
import { normalizeName, sortName } from '../../../platform/lib/normalize.ts'
import type { Credit } from '../identity/credits.ts'
import { creditLine } from '../identity/credits.ts'
import type { AlbumIdentity } from '../identity/group.ts'
import { artistKey } from './artists.ts'

export type WantedAlbum = AlbumIdentity &
  Readonly<{ date: string | null; label: string | null; releaseType: string | null; totalTracks: number }>

/** Ids of albums by key. What exists keeps its id and takes the new names; the earliest date of all files is kept. */
export async function ensureAlbums(
  db: Db,
  wanted: readonly WantedAlbum[],
  artistIds: Map<string, number>,
): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map()
  const values = [...wanted].sort((a, b) => (a.key < b.key ? -1 : 1)).map(toRow)
  const rows = await db
    .insert(albums)
    .values(values)
    .onConflictDoUpdate({ target: albums.albumKey, set: UPDATED })
    .returning({ id: albums.id, albumKey: albums.albumKey })
  const ids = new Map(rows.map((row) => [row.albumKey, row.id]))
  await replaceAlbumCredits(db, wanted, ids, artistIds)
  await linkReleaseGroups(db, wanted, ids)
  return ids
}

const toRow = (album: WantedAlbum) => ({
  albumKey: album.key,
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
