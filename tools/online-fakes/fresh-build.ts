import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { run } from '../run.ts'

const MADE = ['dist/server/main.js', 'dist/web/index.html', 'dist/models/models.json']
const SOURCES = ['src', 'web', 'package-lock.json', 'tsconfig.build.json']

/** Builds the server and the app, unless what is there is newer than every source. */
export async function freshBuild(): Promise<void> {
  const made = await Promise.all(MADE.map((file) => changed(file)))
  const oldest = Math.min(...made)
  const newest = Math.max(...(await Promise.all(SOURCES.map((source) => newestIn(source)))))
  if (oldest <= newest) await run('tsx', 'tools/build.ts')
}

async function newestIn(source: string): Promise<number> {
  if ((await stat(source)).isFile()) return changed(source)
  const files = await readdir(source, { recursive: true, withFileTypes: true })
  const times = files.filter((file) => file.isFile()).map((file) => changed(path.join(file.parentPath, file.name)))
  return Math.max(...(await Promise.all(times)))
}

/** 0: there is no such file. */
async function changed(file: string): Promise<number> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return found?.mtimeMs ?? 0
}
