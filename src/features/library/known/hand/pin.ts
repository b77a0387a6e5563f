import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { inTransaction } from '../../store/transaction.ts'
import { followIds } from '../store/hand/keys.ts'
import { ownerOf, releaseIds, takeId } from '../store/hand/marks.ts'
import { forgetTold } from '../store/hand/told.ts'
import { recordSources } from '../store/provenance.ts'
import { rowExists } from '../store/refs.ts'
import type { Entity, OutsideId } from '../types.ts'
import { wellFormed } from './formats.ts'

/**
 * Pins an outside id to a row: it leaves the row that had it, and the other ids of that service leave this one, also
 * those pinned before. What was told of artists by the ids they had is forgotten: it is of somebody else.
 * NOT_FOUND without the row, INVALID_PARAMETER for what is no id of that service, CONFLICT when it is pinned to another row,
 * unless `move` says that it is to leave that one too.
 */
export function pinId(db: Db, entity: Entity, id: number, outside: OutsideId, move = false): Promise<void> {
  return inTransaction(db, async (tx) => {
    const clean = wellFormed(outside)
    if (!clean) throw new AppError('INVALID_PARAMETER', { details: `value: no id of ${outside.provider}` })
    if (!(await rowExists(tx, entity, id))) throw new AppError('NOT_FOUND')
    const owner = await ownerOf(tx, entity, clean)
    if (owner?.pinned && owner.entityId !== id && !move)
      throw new AppError('CONFLICT', { details: `This id is pinned to ${entity} ${owner.entityId}` })
    await releaseIds(tx, entity, id, clean.provider)
    await takeId(tx, entity, id, clean)
    const changed = [id, ...(owner ? [owner.entityId] : [])]
    if (entity === 'artist' && owner?.entityId !== id) await forgetTold(tx, changed)
    // The row that had it first: its key has to be free.
    if (owner) await followIds(tx, entity, [owner.entityId])
    await followIds(tx, entity, [id])
    await recordSources(tx, entity, [{ entityId: id, field: `id:${clean.provider}`, source: 'user', score: null }])
  })
}
