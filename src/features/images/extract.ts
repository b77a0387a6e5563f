import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseFile, selectCover } from 'music-metadata'
import sharp from 'sharp'
import { realFile } from '../../platform/files/real-file.ts'
import { writeAtomically } from '../../platform/files/write-atomically.ts'
import { DECODING } from './decoding.ts'

export type CoverRequest = Readonly<{ root: string; relPaths: string[]; imagesDir: string; folder: string }>
export type Cover = Readonly<{ hash: string; file: string; color: string }>

const NAMES = /^(cover|folder|front|album|albumart(?:small|_.*)?)\.(jpe?g|png|webp)$/i
const RANK = ['cover', 'front', 'folder', 'album']
const MAX_BYTES = 30 * 1024 * 1024
const FORMATS: Readonly<Record<string, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif' }

/**
 * Finds the cover of an album: a picture beside its files, else one inside them. Keeps the original in a readable
 * folder under a name made of its content. null: there is none that can be used. Rejects when none was found and
 * something could not be looked at.
 */
export async function extractCover(request: CoverRequest): Promise<Cover | null> {
  const unread: unknown[] = []
  for await (const bytes of candidates(request, unread)) {
    const cover = await keep(bytes, request)
    if (cover) return cover
  }
  if (unread.length > 0) throw new Error('not every place of the cover could be read', { cause: unread[0] })
  return null
}

async function* candidates({ root, relPaths }: CoverRequest, unread: unknown[]): AsyncGenerator<Buffer> {
  const missed = (error: unknown): null => {
    unread.push(error)
    return null
  }
  const dirs = new Set(
    relPaths.flatMap((file) =>
      [path.dirname(file), path.dirname(path.dirname(file))].slice(0, isDiscFolder(file) ? 2 : 1),
    ),
  )
  for (const dir of dirs) {
    const file = await sidecar(root, dir).catch(missed)
    const bytes = file && (await readFile(file).catch(missed))
    if (bytes) yield bytes
  }
  for (const relPath of relPaths) {
    const file = await realFile(root, relPath)
    if (!file) missed(new Error('a file of the album cannot be read'))
    // Damaged tags are as good as none; a disk that does not answer is not.
    const tags = (error: unknown) => (error instanceof Error && 'code' in error ? missed(error) : null)
    const metadata = file && (await parseFile(file, { duration: false }).catch(tags))
    const picture = metadata && selectCover(metadata.common.picture)
    if (picture) yield Buffer.from(picture.data)
  }
}

const isDiscFolder = (file: string): boolean =>
  /^(cd|disc|disk|disco)[ ._-]*\d{1,2}\b/i.test(path.basename(path.dirname(file)))

async function sidecar(root: string, dir: string): Promise<string | null> {
  const names = (await readdir(path.join(root, dir))).filter((name) => NAMES.test(name))
  const rank = (name: string) => RANK.indexOf((name.toLowerCase().split('.')[0] ?? '') as string) >>> 0
  const [best] = names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  if (!best) return null
  const file = await realFile(root, path.join(dir, best))
  const found = file && (await stat(file).catch(() => null))
  return found && found.size > 0 && found.size <= MAX_BYTES ? file : null
}

/** Keeps a picture as it is; null when it is too large or none that can be shown. */
export async function keep(
  bytes: Buffer,
  { imagesDir, folder }: Pick<CoverRequest, 'imagesDir' | 'folder'>,
): Promise<Cover | null> {
  if (bytes.length > MAX_BYTES) return null
  const read = await inspect(bytes)
  if (!read) return null
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const file = path.join(folder, `${hash}.${read.extension}`)
  await mkdir(path.join(imagesDir, folder), { recursive: true })
  await writeAtomically(path.join(imagesDir, file), bytes)
  return { hash, file, color: read.color }
}

/** What kind of picture it is and its average colour; null when it cannot be decoded. */
export async function inspect(bytes: Buffer): Promise<{ extension: string; color: string } | null> {
  try {
    const picture = sharp(bytes, DECODING)
    const extension = FORMATS[(await picture.metadata()).format ?? '']
    if (!extension) return null
    const [r = 0, g = 0, b = 0] = await picture
      .flatten()
      .toColourspace('srgb')
      .resize(1, 1, { fit: 'fill' })
      .removeAlpha()
      .raw()
      .toBuffer()
    return { extension, color: `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}` }
  } catch {
    // A damaged picture is as good as none; the next candidate may do.
    return null
  }
}
