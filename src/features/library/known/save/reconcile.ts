import type { Db } from '../../../../db/client.ts'
import { matchTracks } from '../matching/tracks.ts'
import { cataloguedOf } from '../store/write/tracks.ts'
import { loadRows, mergeInto } from './contents.ts'

/**
 * After files came: a track that only a service named and that a new file is becomes one with it. Answers at once
 * where no service named anything.
 */
export async function reconcileAlbums(tx: Db, albumIds: readonly number[]): Promise<void> {
  const catalogued = await cataloguedOf(tx, albumIds)
  if (catalogued.length === 0) return
  const pairs = [...(await loadRows(tx, catalogued)).values()].flatMap((rows) => {
    // A file that is a named track already is no other one too.
    const files = rows.filter((row) => row.hasFiles && !row.catalogued)
    const named = rows.filter((row) => !row.hasFiles && row.catalogued)
    const found = matchTracks(
      named.map(({ like }) => like),
      files.map(({ like }) => like),
    )
    return [...found].flatMap(([from, { at }]) => {
      const [source, target] = [named[from], files[at]]
      return source && target ? [{ from: source.id, to: target.id }] : []
    })
  })
  await mergeInto(tx, pairs)
}
