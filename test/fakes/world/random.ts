/** Numbers that look drawn and are the same for the same key: mulberry32 over an FNV-1a hash of the key. */
export type Random = Readonly<{
  /** 0 to 1, without 1. */
  next(): number
  /** From `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** By weights that need not add up to 1. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  /** Different ones, as many as there are. */
  some<T>(list: readonly T[], count: number): T[]
}>

export function randomOf(...key: (string | number)[]): Random {
  let state = 0x811c9dc5
  for (const letter of key.join('/')) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return choices[0]?.[0] as (typeof choices)[number][0]
    },
    some(list, count) {
      const rest = [...list]
      for (let at = 0; at < Math.min(count, rest.length); at += 1) {
        const other = int(at, rest.length - 1)
        ;[rest[at], rest[other]] = [rest[other] as (typeof rest)[0], rest[at] as (typeof rest)[0]]
      }
      return rest.slice(0, count)
    },
  }
}
