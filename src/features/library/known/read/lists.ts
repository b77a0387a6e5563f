import { z } from 'zod'
import type { Db } from '../../../../db/client.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/lib/cursor.ts'
import { groupBy } from '../../../../platform/lib/group-by.ts'
import { RELEASE_TYPES, type ReleaseType } from '../../../../providers/ports.ts'
import { type CountedAlbum, countedAlbums, findMissing, findReleases } from '../store/lists.ts'
import type { AlbumPage, MissingQuery, OwnedAlbum, Ownership, ReleasesQuery } from '../types.ts'

const typeOf = (text: string): ReleaseType => RELEASE_TYPES.find((type) => type === text) ?? 'other'

/** Types in the order of RELEASE_TYPES; those without albums are left out. */
export async function ownershipOf(db: Db, artistId: number, userId: number): Promise<Ownership[]> {
  const byType = groupBy(await countedAlbums(db, artistId, userId), ({ release_type }) => typeOf(release_type))
  return RELEASE_TYPES.flatMap((type) => {
    const albums = (byType.get(type) ?? []).map(ownedAlbum)
    const count = (of: OwnedAlbum['owned']): number => albums.filter(({ owned }) => owned === of).length
    return albums.length === 0 ? [] : [{ type, all: count('all'), some: count('some'), none: count('none'), albums }]
  })
}

function ownedAlbum({ id, catalogued, total, owned: ownedTracks }: CountedAlbum): OwnedAlbum {
  const owned = ownedTracks === 0 ? 'none' : ownedTracks < total ? 'some' : 'all'
  return { id: Number(id), owned, ownedTracks, totalTracks: total, catalogued }
}

/** Date and id of the last album of a page. */
const CURSOR = z.tuple([z.string().max(10), z.number().int().min(0)])
const position = (cursor: string | undefined) => (cursor === undefined ? null : decodeCursor(cursor, CURSOR))

function pageOf(rows: readonly CountedAlbum[], limit: number): AlbumPage {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const items = shown.map((row) => {
    const { id, ownedTracks, totalTracks } = ownedAlbum(row)
    return { id, releaseDate: row.release_date, ownedTracks, totalTracks }
  })
  return { items, cursor: last ? encodeCursor([last.release_date, Number(last.id)]) : null }
}

export async function missingAlbums(db: Db, userId: number, query: MissingQuery): Promise<AlbumPage> {
  return pageOf(await findMissing(db, userId, query, position(query.cursor)), query.limit)
}

export async function newReleases(db: Db, userId: number, query: ReleasesQuery): Promise<AlbumPage> {
  return pageOf(await findReleases(db, userId, query, position(query.cursor)), query.limit)
}
