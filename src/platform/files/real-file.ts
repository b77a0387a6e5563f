import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { isInside } from './inside.ts'

/**
 * Where the file at `relPath` below `root` really lies, or null: it is gone, a link leads it out of `root`, or it is
 * no regular file (a pipe would never end).
 */
export async function realFile(root: string, relPath: string): Promise<string | null> {
  try {
    const file = await realpath(path.join(root, relPath))
    return isInside(root, file) && (await stat(file)).isFile() ? file : null
  } catch {
    // Whatever keeps us from it, it cannot be read now.
    return null
  }
}
