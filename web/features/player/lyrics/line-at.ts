/** The line that is sung at a moment: the last one that has begun, -1 before the first. */
export function lineAt(lines: readonly { at_ms: number }[], seconds: number): number {
  const ms = seconds * 1000
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.at_ms ?? 0) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where the focus goes from a line with a key; null: the key is not for the lines. */
export function lineAfterKey(key: string, from: number, count: number): number | null {
  const steps = new Map([
    ['ArrowDown', from + 1],
    ['ArrowUp', from - 1],
    ['Home', 0],
    ['End', count - 1],
  ])
  const to = steps.get(key)
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}
