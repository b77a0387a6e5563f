import { parentPort } from 'node:worker_threads'
import { CATALOGUE } from './catalogue/catalogue.ts'
import { makeAlbum } from './produce/album.ts'
import { writeFileAtomic } from './produce/write-file.ts'

/** `album` is a place in the catalogue; `wanted` are files of it that are missing, relative to `targetDir`. */
export type AlbumTask = { album: number; wanted: readonly string[]; targetDir: string; tempDir: string }

/** Makes the missing files of one album and names each to the main thread as soon as it is in place. */
export default async function work({ album, wanted, targetDir, tempDir }: AlbumTask): Promise<void> {
  const chosen = CATALOGUE[album]
  if (!chosen) throw new RangeError(`there is no album ${album}`)
  for await (const { file, bytes } of makeAlbum(chosen, new Set(wanted))) {
    writeFileAtomic(targetDir, tempDir, file, bytes)
    parentPort?.postMessage({ file })
  }
}
