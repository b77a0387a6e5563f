import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json: the same from the sources as from the build. */
export const projectRoot = findUp(path.dirname(fileURLToPath(import.meta.url)))

function findUp(dir: string): string {
  if (existsSync(path.join(dir, 'package.json'))) return dir
  const parent = path.dirname(dir)
  if (parent === dir) throw new Error('Animo cannot find its own folder')
  return findUp(parent)
}
