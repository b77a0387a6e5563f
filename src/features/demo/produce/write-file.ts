import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Puts a file in place as a whole or not at all. Synchronous on purpose: it runs in a worker thread that may be
 * stopped at any time, and a stop never falls into the middle of a call. `tempDir` lies on the same file system.
 */
export function writeFileAtomic(root: string, tempDir: string, file: string, bytes: Uint8Array): void {
  const target = path.join(root, file)
  const temporary = path.join(tempDir, path.basename(file))
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(temporary, bytes)
  renameSync(temporary, target)
}
