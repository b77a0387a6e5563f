/** Chosen rows by id, and the row from which a range is drawn. */
export type Selection = { ids: ReadonlySet<number>; anchor: number | null }

export const NOTHING: Selection = { ids: new Set(), anchor: null }

/** One more or one less. */
export function toggle({ ids }: Selection, id: number): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** Everything between the anchor and this row, besides what was chosen before. Without an anchor, the row alone. */
export function extend({ ids, anchor }: Selection, order: readonly number[], id: number): Selection {
  const [from, to] = [anchor === null ? -1 : order.indexOf(anchor), order.indexOf(id)]
  if (from < 0 || to < 0) return { ids: new Set([...ids, id]), anchor: id }
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...ids, ...between]), anchor }
}

export const all = (order: readonly number[]): Selection => ({ ids: new Set(order), anchor: order[0] ?? null })
