/**
 * A line in which the more urgent go first, and equals take turns by whom they are for: who brought a hundred things
 * waits with the second one until everybody else had a first. A thing may be for several; their first turn takes it.
 */
export function createTurns<T>() {
  /** By rank, then by whom it is for; whoever is first in the inner map has the next turn. */
  const ranks = new Map<number, Map<string, Set<T>>>()
  const places = new Map<T, Readonly<{ rank: number; whom: readonly string[] }>>()

  function remove(item: T): boolean {
    const { rank, whom } = places.get(item) ?? { rank: 0, whom: [] }
    const line = ranks.get(rank)
    for (const who of whom) {
      const own = line?.get(who)
      own?.delete(item)
      if (own?.size === 0) line?.delete(who)
    }
    if (line?.size === 0) ranks.delete(rank)
    return places.delete(item)
  }

  function put(item: T, whom: Iterable<string>, rank: number): void {
    remove(item)
    const line = ranks.get(rank) ?? new Map<string, Set<T>>()
    ranks.set(rank, line)
    const place = { rank, whom: [...whom] }
    for (const who of place.whom) line.set(who, (line.get(who) ?? new Set()).add(item))
    places.set(item, place)
  }

  return {
    /** At the end of its line; a thing that waits already changes its place. */
    put,
    /** True: it was there. */
    remove,
    /** Takes the thing whose turn it is out of the line, with the one whose turn that was. */
    next(mayGo: (who: string) => boolean = () => true): { item: T; who: string } | undefined {
      for (const rank of [...ranks.keys()].sort((a, b) => b - a)) {
        const line = ranks.get(rank)
        for (const [who, own] of line ?? []) {
          const [item] = own
          if (item === undefined || !mayGo(who)) continue
          line?.delete(who)
          line?.set(who, own)
          remove(item)
          return { item, who }
        }
      }
      return undefined
    },
    waitingFor: (who: string): number => [...ranks.values()].reduce((sum, line) => sum + (line.get(who)?.size ?? 0), 0),
    has: (item: T): boolean => places.has(item),
    get size(): number {
      return places.size
    },
  }
}
