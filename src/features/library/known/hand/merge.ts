import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { inTransaction } from '../../store/transaction.ts'
import { refreshAlbums, refreshArtists } from '../../store/write/counts.ts'
import { refreshHasFile } from '../../store/write/files.ts'
import { matchTracks } from '../matching/tracks.ts'
import { loadRows, mergeInto } from '../save/contents.ts'
import { followIds } from '../store/hand/keys.ts'
import { lockRows, moveAllCredits, moveMarks, removeRow } from '../store/hand/marks.ts'
import { moveAlbum, moveArtist, moveTracks } from '../store/hand/merging.ts'
import { joinFiles } from '../store/hand/removing.ts'
import { creditedArtists } from '../store/write/albums.ts'

/** Two rows become the second one. NOT_FOUND when one is missing, INVALID_PARAMETER when both are the same. */
export function mergeRows(db: Db, entity: 'artist' | 'album', from: number, into: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    if (from === into) throw new AppError('INVALID_PARAMETER', { details: 'Nothing can be merged into itself' })
    if ((await lockRows(tx, entity, [from, into])) < 2) throw new AppError('NOT_FOUND')
    await (entity === 'artist' ? mergeArtists(tx, from, into) : mergeAlbums(tx, from, into))
    await followIds(tx, entity, [into])
  })
}

/** Inside a transaction, of two rows that are there. */
export async function mergeArtists(tx: Db, from: number, into: number): Promise<void> {
  await moveAllCredits(tx, from, into)
  await moveMarks(tx, 'artist', from, into)
  await moveArtist(tx, from, into)
  await removeRow(tx, 'artist', from)
  await refreshArtists(tx, [into])
}

/** Inside a transaction, of two rows that are there: tracks that both have become one, and files of both are files of that track. */
export async function mergeAlbums(tx: Db, from: number, into: number): Promise<void> {
  const rows = await loadRows(tx, [from, into])
  const [theirs, ours] = [rows.get(from) ?? [], rows.get(into) ?? []]
  const found = matchTracks(
    theirs.map(({ like }) => like),
    ours.map(({ like }) => like),
  )
  const pairs = [...found].flatMap(([at, { at: other }]) => {
    const [a, b] = [theirs[at], ours[other]]
    if (!a || !b) return []
    return a.hasFiles && !b.hasFiles ? [{ from: b.id, to: a.id }] : [{ from: a.id, to: b.id }]
  })
  await joinFiles(tx, pairs)
  await mergeInto(tx, pairs)
  await moveTracks(tx, from, into)
  const artists = await creditedArtists(tx, 'album', [from, into])
  await moveMarks(tx, 'album', from, into)
  await moveAlbum(tx, from, into)
  await removeRow(tx, 'album', from)
  await refreshHasFile(
    tx,
    pairs.map(({ to }) => to),
  )
  await refreshAlbums(tx, [into])
  await refreshArtists(tx, artists)
}
