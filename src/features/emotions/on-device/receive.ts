import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../errors.ts'

export type Expected = Readonly<{ bytes: number; sha256: string }>

/** The content of a stream is not what it should be. */
export class WrongContent extends Error {
  override name = 'WrongContent'
}

/** What a killed process left behind is of no use to anybody after this time. */
const STALE_MS = 3_600_000

/**
 * Writes a stream to `file`, which is there only if all of it is as expected: the content goes to a draft beside it,
 * and no more of it than expected. Throws `WrongContent`, STORAGE_FAILED, or what the stream throws.
 */
export async function receive(source: AsyncIterable<Uint8Array>, file: string, expected: Expected): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`
  const handle = await onDisk(() => begin(draft))
  try {
    const got = await copy(source, handle, expected.bytes)
    await onDisk(() => handle.sync())
    check(got, expected)
    await handle.close()
    await onDisk(() => rename(draft, file))
  } finally {
    // What fails here would hide the failure that matters; a draft that stays is removed by a later one.
    await Promise.allSettled([handle.close(), rm(draft, { force: true })])
  }
}

async function begin(draft: string): Promise<FileHandle> {
  const dir = path.dirname(draft)
  await mkdir(dir, { recursive: true })
  for (const name of await readdir(dir)) {
    const old = path.join(dir, name)
    if (name.endsWith('.tmp') && Date.now() - ((await stat(old).catch(() => null))?.mtimeMs ?? Date.now()) > STALE_MS)
      await rm(old, { force: true })
  }
  return open(draft, 'wx')
}

async function copy(source: AsyncIterable<Uint8Array>, handle: FileHandle, most: number): Promise<Expected> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > most) throw new WrongContent(`more than ${most} bytes`)
    hash.update(chunk)
    await onDisk(() => handle.writeFile(chunk))
  }
  return { bytes, sha256: hash.digest('hex') }
}

function check(got: Expected, expected: Expected): void {
  if (got.bytes !== expected.bytes) throw new WrongContent(`${got.bytes} bytes instead of ${expected.bytes}`)
  if (got.sha256 !== expected.sha256) throw new WrongContent(`SHA-256 ${got.sha256} instead of ${expected.sha256}`)
}

/** Says of a failure that it is ours: the disk is full, or the folder may not be written to. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new AppError('STORAGE_FAILED', { cause })
  }
}
