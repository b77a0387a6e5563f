import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { normalizeName, sortName } from '../../../../platform/lib/normalize.ts'
import { inTransaction } from '../../store/transaction.ts'
import { refreshArtists } from '../../store/write/counts.ts'
import { cleanIds, cleanName } from '../clean.ts'
import { byTrust, mbidOf } from '../matching/artists.ts'
import { followIds } from '../store/hand/keys.ts'
import { copyArtist, moveCredits, ownerOf, takeId } from '../store/hand/marks.ts'
import { recordSources } from '../store/provenance.ts'
import { lockArtist } from '../store/write/artists.ts'
import type { OutsideId } from '../types.ts'
import { wellFormed } from './formats.ts'

type More = Readonly<{ name?: string; albumIds?: readonly number[] }>

/**
 * Makes a second artist of the ids that belong to someone else. NOT_FOUND without the artist, INVALID_PARAMETER without
 * ids, CONFLICT when one of them is of a third artist.
 */
export function splitArtist(db: Db, artistId: number, ids: readonly OutsideId[], more: More): Promise<number> {
  return inTransaction(db, async (tx) => {
    const name = await lockArtist(tx, artistId)
    if (name === null) throw new AppError('NOT_FOUND')
    const chosen = ids.flatMap(({ provider, value }) => cleanIds({ [provider]: value })).sort(byTrust)
    const [first] = chosen
    if (!first) throw new AppError('INVALID_PARAMETER', { details: 'ids' })
    await ensureTheirs(tx, artistId, chosen)
    const fresh = cleanName(more.name ?? '') || name
    const identity = mbidOf(chosen) ?? `${first.provider}:${first.value}`
    const id = await copyArtist(tx, artistId, fresh, normalizeName(fresh), sortName(fresh), identity)
    if (id === null) throw new AppError('NOT_FOUND')
    for (const outside of chosen) await takeId(tx, 'artist', id, outside)
    await followIds(tx, 'artist', [artistId, id])
    await moveCredits(tx, artistId, id, more.albumIds ?? [])
    const sources = chosen.map(({ provider }) => ({
      entityId: id,
      field: `id:${provider}`,
      source: 'user',
      score: null,
    }))
    await recordSources(tx, 'artist', sources)
    await refreshArtists(tx, [artistId, id])
    return id
  })
}

async function ensureTheirs(tx: Db, artistId: number, ids: readonly OutsideId[]): Promise<void> {
  for (const id of ids) {
    const owner = await ownerOf(tx, 'artist', id)
    if (owner && owner.entityId !== artistId)
      throw new AppError('CONFLICT', { details: `The id ${id.value} belongs to artist ${owner.entityId}` })
    // What a service once said is theirs, in whatever form; what a person says has to be an id.
    if (!owner && !wellFormed(id)) throw new AppError('INVALID_PARAMETER', { details: `ids: no id of ${id.provider}` })
  }
}
