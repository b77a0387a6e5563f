import { opendir } from 'node:fs/promises'
import path from 'node:path'
import { isAudioName } from '../files/formats.ts'

const MAX_DEPTH = 3
const MAX_ENTRIES = 20_000
const MAX_MS = 1000

type Budget = { entries: number; until: number; now(): number }

/**
 * A quick impression of how much music is below: bounded in depth, in entries of whatever kind and in time, because
 * the picker also shows the root of the server. Directories that cannot be read count as empty.
 */
export function countAudio(dir: string, limits: { entries?: number; now?: () => number } = {}): Promise<number> {
  const { entries = MAX_ENTRIES, now = Date.now } = limits
  return countBelow(dir, MAX_DEPTH, { entries, until: now() + MAX_MS, now })
}

async function countBelow(dir: string, depth: number, budget: Budget): Promise<number> {
  const inner: string[] = []
  let count = 0
  const open = await opendir(dir, { bufferSize: 256 }).catch(() => null)
  if (!open) return 0
  try {
    for await (const entry of open) {
      if (budget.entries <= 0 || budget.now() >= budget.until) break
      budget.entries--
      if (entry.isFile() && isAudioName(entry.name)) count++
      else if (depth > 0 && entry.isDirectory() && !entry.name.startsWith('.')) inner.push(entry.name)
    }
  } catch {
    // What was seen before the directory went away still counts.
    return count
  }
  for (const name of inner) {
    if (budget.entries <= 0 || budget.now() >= budget.until) break
    count += await countBelow(path.join(dir, name), depth - 1, budget)
  }
  return count
}
