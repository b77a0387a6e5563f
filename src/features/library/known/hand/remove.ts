import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { refreshAlbums, refreshArtists } from '../../store/write/counts.ts'
import { lockRows, removeRow } from '../store/hand/marks.ts'
import {
  albumsHolding,
  albumsOnlyOf,
  creditsOf,
  isFavorite,
  looseFiles,
  removeRows,
  rewriteLines,
  tracksToRemove,
} from '../store/hand/removing.ts'
import { inTransaction } from '../store/transaction.ts'
import { creditedArtists } from '../store/write/albums.ts'
import { forget } from '../store/write/tracks.ts'

async function ensureRemovable(tx: Db, entity: 'artist' | 'album', id: number): Promise<void> {
  if ((await lockRows(tx, entity, [id])) === 0) throw new AppError('NOT_FOUND')
  if (!(await isFavorite(tx, entity, id))) return
  const what = entity === 'artist' ? 'Artist' : 'Album'
  throw new AppError('CONFLICT', { status: 400, details: `${what} is favorited by a user and cannot be deleted` })
}

export function deleteArtist(db: Db, id: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    await ensureRemovable(tx, 'artist', id)
    const own = await albumsOnlyOf(tx, id)
    const [albums, tracks] = [await creditsOf(tx, 'album', id), await creditsOf(tx, 'track', id)]
    await removeAlbums(tx, own, id)
    await removeRow(tx, 'artist', id)
    await forget(tx, 'artist', [id])
    await rewriteLines(tx, 'album', albums)
    await rewriteLines(tx, 'track', tracks)
  })
}

export function deleteAlbum(db: Db, id: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    await ensureRemovable(tx, 'album', id)
    await removeAlbums(tx, [id], null)
  })
}

/** Removes albums with their tracks, and the other tracks that only this artist made. */
async function removeAlbums(tx: Db, albumIds: readonly number[], artistId: number | null): Promise<void> {
  const tracks = await tracksToRemove(tx, albumIds, artistId)
  const artists = [...(await creditedArtists(tx, 'album', albumIds)), ...(await creditedArtists(tx, 'track', tracks))]
  const holding = await albumsHolding(tx, tracks)
  await looseFiles(tx, tracks)
  await removeRows(tx, 'track', tracks)
  await removeRows(tx, 'album', albumIds)
  await forget(tx, 'track', tracks)
  await forget(tx, 'album', albumIds)
  await refreshAlbums(tx, holding)
  await refreshArtists(tx, [...new Set(artists)])
}
