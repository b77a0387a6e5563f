import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Piscina } from 'piscina'
import type { Db } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import { safeName } from '../../platform/files/safe-name.ts'
import { withLeanHeap } from '../../platform/lib/lean-heap.ts'
import { workerFile } from '../../platform/lib/worker-file.ts'
import { pixelsFor, shrink } from './decoding.ts'
import type { Cover, CoverRequest } from './extract.ts'
import type { PictureAddresses } from './outside/address.ts'
import type { Asker } from './outside/line.ts'
import { createOutsidePictures, type FetchPicture } from './outside/pictures.ts'
import { createShelf } from './shelf.ts'
import * as store from './store.ts'

type Log = { debug(fields: object, text: string): void; warn(fields: object, text: string): void }
type Deps = Readonly<{
  db: Db
  storageDir: string
  cacheDir: string
  log: Log
  fetch: FetchPicture
  /** Tells addresses that we gave to a page from others. */
  addresses: Pick<PictureAddresses, 'isOurs'>
  /** Where providers have a cover of an album, best first. */
  coverAddresses(albumId: number, signal: AbortSignal): Promise<readonly string[]>
}>
/** Anything but its absence is no proof that it is gone. */
const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  )

export type ServedImage = Readonly<{ bytes: Buffer; hash: string; etag: string }>

/** Of all sizes of all pictures together; older ones are made again when somebody looks. */
const MOST_SIZED_BYTES = 2 * 1024 ** 3
const PAGE = 50
const PATIENCE_MS = 30_000

/** Covers of the library: found in the background, kept as they are, shown in the size asked for. */
export function createImages({ db, storageDir, cacheDir, log, fetch, addresses, coverAddresses }: Deps) {
  const imagesDir = path.join(storageDir, 'images')
  const shelf = createShelf({ dir: path.join(cacheDir, 'images'), mostBytes: MOST_SIZED_BYTES, log })
  const outside = createOutsidePictures({ db, imagesDir, shelf, log, fetch, coverAddresses })
  const inWork = new Map<string, Promise<Buffer>>()
  const pool = new Piscina<CoverRequest, Cover | null>({
    ...workerFile(import.meta.url, './worker'),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 5_000,
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })

  async function findCover(album: store.PendingAlbum, stop: AbortSignal): Promise<void> {
    const files = await store.filesOfAlbum(db, album.id)
    const [first] = files
    // Nothing can be read just now: the next pass asks again.
    if (!first) return
    const folder = path.join(safeName(album.artistLine || 'Unknown artist'), safeName(album.name || 'Unknown album'))
    const relPaths = files.filter((file) => file.root === first.root).map((file) => file.relPath)
    const request = { root: first.root, relPaths, imagesDir, folder }
    const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)])
    const cover = await pool.run(request, { signal }).catch((err: unknown) => {
      if (!stop.aborted) log.warn({ err, album: album.id }, 'the cover of an album cannot be read')
      return undefined
    })
    // A look that failed says nothing: the album stays pending, and the next pass asks again.
    if (cover !== undefined) await store.saveCover(db, album.id, cover)
  }

  async function findAll(signal: AbortSignal): Promise<void> {
    for (
      let [after, page] = [0, await store.pendingCovers(db, 0, PAGE)];
      page.length > 0;
      page = await store.pendingCovers(db, after, PAGE)
    ) {
      for (const album of page) {
        signal.throwIfAborted()
        await findCover(album, signal)
        after = album.id
      }
    }
  }

  async function resize(file: string, hash: string, pixels: number): Promise<Buffer> {
    const name = path.join(hash.slice(0, 2), `${hash}-${pixels}.webp`)
    const before = await shelf.get(name)
    if (before) return before
    const bytes = await shrink(path.join(imagesDir, file), pixels)
    await shelf.put(name, bytes)
    return bytes
  }

  /** Two pages that show the same cover at once make it once. */
  function resizeOnce(file: string, hash: string, size: number): Promise<Buffer> {
    const key = `${hash}-${size}`
    const running = inWork.get(key)
    if (running) return running
    const work = resize(file, hash, size).finally(() => inWork.delete(key))
    inWork.set(key, work)
    return work
  }

  /** A picture that is gone is forgotten, so that it is looked for anew; a disk that is away is no such thing. */
  async function stored(type: 'artist' | 'album' | 'track', id: number) {
    const image = await store.findImage(db, type, id)
    if (!image) return undefined
    const [file, all] = await Promise.all([isThere(path.join(imagesDir, image.file)), isThere(imagesDir)])
    if (file) return image
    if (!all) throw new AppError('NOT_FOUND', { details: 'Image not found' })
    await store.forgetImage(db, image.file)
    return undefined
  }

  return {
    /** Looks for the cover of every album that is pending. Rejects when stopped, so that its job is tried again. */
    findMissing: (signal: AbortSignal): Promise<void> => withLeanHeap(() => findAll(signal)),

    /** A WebP of the smallest kept size that is not below `size` pixels. NOT_FOUND without a picture. */
    async entity(type: 'artist' | 'album' | 'track', id: number, size: number, asker: Asker): Promise<ServedImage> {
      const image = (await stored(type, id)) ?? (await outside.cover(type, id, asker))
      if (!image) throw new AppError('NOT_FOUND', { details: 'Image not found' })
      const pixels = pixelsFor(size)
      const bytes = await resizeOnce(image.file, image.hash, pixels).catch((cause: unknown) => {
        log.warn({ err: cause, image: image.file }, 'a stored image cannot be shown')
        throw new AppError('NOT_FOUND', { details: 'Image not found', cause })
      })
      return { bytes, hash: image.hash, etag: `"${image.hash}-${pixels}"` }
    },

    /** Fetches a picture of an artist and keeps it; null when there is none to be had. */
    keepPicture: outside.keepPicture,

    /**
     * A picture of another server in the size asked for, so that no browser tells that server who looks. FORBIDDEN for
     * addresses that we did not give to a page, NOT_FOUND when there is no picture, RATE_LIMIT_EXCEEDED or
     * SERVICE_UNAVAILABLE when too many wait.
     */
    async remote({ url, sig }: { url: string; sig: string }, size: number, asker: Asker): Promise<ServedImage> {
      if (!addresses.isOurs(url, sig)) throw new AppError('FORBIDDEN', { details: 'The address is not one of ours' })
      const bytes = await outside.shown(url, pixelsFor(size), asker)
      if (!bytes) throw new AppError('NOT_FOUND', { details: 'Image not found' })
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
      return { bytes, hash, etag: `"${hash}"` }
    },

    async close(): Promise<void> {
      await Promise.all([pool.destroy(), shelf.idle()])
    },
  }
}

export type Images = ReturnType<typeof createImages>
