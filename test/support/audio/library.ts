import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Tags } from '../../../src/features/demo/tags/tags.ts'
import { taggedFlac } from './tagged-flac.ts'
import { taggedMp3 } from './tagged-mp3.ts'

/** `path` is relative, with forward slashes. */
export type LibraryFile = { path: string; format: 'mp3' | 'flac'; tags: Tags; salt?: string }

/** Writes the files and the folders they need; returns their absolute paths in the same order. */
export async function writeLibrary(dir: string, files: readonly LibraryFile[]): Promise<string[]> {
  return Promise.all(files.map((file) => writeOne(dir, file)))
}

async function writeOne(dir: string, { path: relative, format, tags, salt }: LibraryFile): Promise<string> {
  const file = path.join(dir, ...relative.split('/'))
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, format === 'flac' ? taggedFlac(tags) : taggedMp3(tags, salt === undefined ? {} : { salt }))
  return file
}
