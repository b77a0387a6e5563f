import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { inTransaction } from '../../store/transaction.ts'
import { refreshAlbums, refreshArtists } from '../../store/write/counts.ts'
import { lockRows, removeRow } from '../store/hand/marks.ts'
import {
  albumsHolding,
  albumsOnlyOf,
  creditsOf,
  findFavorite,
  keptTracks,
  type Removal,
  removeRows,
  rewriteLines,
  tracksToRemove,
  uncatalogue,
} from '../store/hand/removing.ts'
import { creditedArtists } from '../store/write/albums.ts'
import { forget } from '../store/write/tracks.ts'

/**
 * What somebody has as a file, played or rated stays in the library, no longer catalogued and credited as before; an
 * artist of whom anything stays is an ordinary artist of the library from then on. The rest goes, unless it is
 * anybody's favourite.
 */
export function deleteArtist(db: Db, id: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    if ((await lockRows(tx, 'artist', [id])) === 0) throw new AppError('NOT_FOUND')
    const credited = await creditsOf(tx, 'track', id)
    const removal = await planRemoval(tx, await albumsOnlyOf(tx, id), id)
    const stays = removal.keptAlbums.length > 0 || (await keptTracks(tx, credited)).length > 0
    await ensureNobodysFavorite(tx, { entity: 'artist', id }, removal)
    const albums = await creditsOf(tx, 'album', id)
    await removeAlbums(tx, removal)
    if (stays) return uncatalogue(tx, 'artist', [id])
    await removeRow(tx, 'artist', id)
    await forget(tx, 'artist', [id])
    await rewriteLines(tx, 'album', albums)
    await rewriteLines(tx, 'track', credited)
  })
}

export function deleteAlbum(db: Db, id: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    if ((await lockRows(tx, 'album', [id])) === 0) throw new AppError('NOT_FOUND')
    const removal = await planRemoval(tx, [id], null)
    await ensureNobodysFavorite(tx, { entity: 'album', id }, removal)
    await removeAlbums(tx, removal)
  })
}

/** Albums with their tracks, and the other tracks that only this artist made: what goes of them, and what stays. */
async function planRemoval(tx: Db, albumIds: readonly number[], artistId: number | null): Promise<Removal> {
  const all = await tracksToRemove(tx, albumIds, artistId)
  const keptIds = new Set(await keptTracks(tx, all))
  const holding = new Set(await albumsHolding(tx, [...keptIds]))
  return {
    albums: albumIds.filter((id) => !holding.has(id)),
    tracks: all.filter((id) => !keptIds.has(id)),
    keptAlbums: albumIds.filter((id) => holding.has(id)),
    keptTracks: [...keptIds],
  }
}

/** CONFLICT (400, with the text of the reference); what is a favourite itself is told before what would go with it. */
async function ensureNobodysFavorite(
  tx: Db,
  asked: { entity: 'artist' | 'album'; id: number },
  { albums, tracks }: Removal,
): Promise<void> {
  const rows = [[asked.entity, [asked.id]] as const, ['album', albums] as const, ['track', tracks] as const]
  for (const [entity, ids] of rows) {
    const kept = await findFavorite(tx, entity, ids)
    if (!kept) continue
    const what = entity === asked.entity && kept.id === asked.id ? TITLES[entity] : `${TITLES[entity]} "${kept.name}"`
    throw new AppError('CONFLICT', { status: 400, details: `${what} is favorited by a user and cannot be deleted` })
  }
}
const TITLES = { artist: 'Artist', album: 'Album', track: 'Track' }

async function removeAlbums(tx: Db, { albums, tracks, keptAlbums, keptTracks: kept }: Removal): Promise<void> {
  const artists = [...(await creditedArtists(tx, 'album', albums)), ...(await creditedArtists(tx, 'track', tracks))]
  const holding = await albumsHolding(tx, tracks)
  await removeRows(tx, 'track', tracks)
  await removeRows(tx, 'album', albums)
  await forget(tx, 'track', tracks)
  await forget(tx, 'album', albums)
  await uncatalogue(tx, 'track', kept)
  await uncatalogue(tx, 'album', keptAlbums)
  await refreshAlbums(tx, holding)
  await refreshArtists(tx, [...new Set(artists)])
}
