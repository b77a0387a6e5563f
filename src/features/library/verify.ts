import { realFile } from '../../platform/files/real-file.ts'
import type { BestFile } from './store/read/hydrate.ts'

/** Files looked at together: enough to hide the latency of a disk, too few to hold up everybody else's. */
const AT_ONCE = 16

/** The same files as the disk has them now: one that cannot be read is not available, whatever the last scan saw. */
export async function verifyFiles(files: readonly BestFile[]): Promise<BestFile[]> {
  const checked: BestFile[] = []
  for (let at = 0; at < files.length; at += AT_ONCE) {
    checked.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map(verify))))
  }
  return checked
}

async function verify(best: BestFile): Promise<BestFile> {
  if (!best.available) return best
  return { ...best, available: (await realFile(best.root, best.file.relPath)) !== null }
}
