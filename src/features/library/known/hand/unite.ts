import type { Db } from '../../../../db/client.ts'
import { cleanIds, idKey } from '../clean.ts'
import { findByIds, idsOf, linkIds } from '../store/ids.ts'
import type { OutsideId } from '../types.ts'
import { mergeArtists } from './merge.ts'

/**
 * A service made one artist of two: who has the old id gets the new one, and where we keep an artist for each the older
 * row takes the other in. What somebody pinned by hand stays as it is.
 */
export async function unite(tx: Db, was: OutsideId, ids: readonly OutsideId[]): Promise<void> {
  const [old] = cleanIds({ [was.provider]: was.value })
  const current = ids.find(({ provider }) => provider === was.provider)
  if (!old || !current) return
  const rows = await findByIds(tx, 'artist', [old, current])
  const [before, now] = [rows.get(idKey(old)), rows.get(idKey(current))]
  if (before !== undefined && before === now) return
  const linked = await idsOf(
    tx,
    'artist',
    [before, now].flatMap((id) => id ?? []),
  )
  if (linked.some(({ provider, pinned }) => pinned && provider === was.provider)) return
  if (before === undefined) {
    if (now !== undefined) await linkIds(tx, 'artist', [{ ...old, entityId: now }])
  } else if (now === undefined) await linkIds(tx, 'artist', [{ ...current, entityId: before }])
  else await mergeArtists(tx, Math.max(before, now), Math.min(before, now))
}
