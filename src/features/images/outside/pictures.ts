import path from 'node:path'
import PQueue from 'p-queue'
import type { Db } from '../../db/client.ts'
import { safeName } from '../../platform/files/safe-name.ts'
import { UpstreamError } from '../../platform/upstream/types.ts'
import { type Cover, keep } from './extract.ts'
import * as store from './store.ts'

type Log = { warn(fields: object, text: string): void }
/** Gets a picture from an address that somebody else wrote; refuses private networks. */
export type FetchPicture = (address: string, signal: AbortSignal) => Promise<Buffer>
type Deps = Readonly<{
  db: Db
  imagesDir: string
  log: Log
  fetch: FetchPicture
  coverAddresses(albumId: number, signal: AbortSignal): Promise<readonly string[]>
}>

const AT_ONCE = 4
const PATIENCE_MS = 20_000
/** A picture that could not be had is not tried again for so long. */
const MISS_MS = 3_600_000
const MOST_REMEMBERED = 5000

/** Pictures from other servers: fetched when somebody looks, kept like those of files. */
export function createOutsidePictures({ db, imagesDir, log, fetch, coverAddresses }: Deps) {
  const queue = new PQueue({ concurrency: AT_ONCE })
  const running = new Map<string, Promise<Cover | null>>()
  const missed = new Map<string, number>()

  function once(key: string, work: (signal: AbortSignal) => Promise<Cover | null>): Promise<Cover | null> {
    if ((missed.get(key) ?? 0) > Date.now()) return Promise.resolve(null)
    const before = running.get(key)
    if (before) return before
    const task = queue
      .add(() => work(AbortSignal.timeout(PATIENCE_MS)))
      .then((cover) => {
        if (!cover) remember(key)
        return cover
      })
      .finally(() => running.delete(key))
    running.set(key, task)
    return task
  }

  function remember(key: string): void {
    if (missed.size >= MOST_REMEMBERED) missed.clear()
    missed.set(key, Date.now() + MISS_MS)
  }

  async function fetchInto(address: string, folder: string, signal: AbortSignal): Promise<Cover | null> {
    try {
      return await keep(await fetch(address, signal), { imagesDir, folder })
    } catch (err) {
      log.warn({ err, host: URL.canParse(address) ? new URL(address).host : '' }, 'a picture cannot be fetched')
      return null
    }
  }

  async function findCover(
    album: NonNullable<Awaited<ReturnType<typeof store.albumWithoutCover>>>,
    signal: AbortSignal,
  ) {
    const folder = path.join(safeName(album.artistLine || 'Unknown artist'), safeName(album.name || 'Unknown album'))
    const first = album.coverUrl ? await fetchInto(album.coverUrl, folder, signal) : null
    if (first) return first
    for (const address of (await addressesOf(album.id, signal)).slice(0, 3)) {
      const cover = address === album.coverUrl ? null : await fetchInto(address, folder, signal)
      if (cover) return cover
    }
    return null
  }

  async function addressesOf(albumId: number, signal: AbortSignal): Promise<readonly string[]> {
    try {
      return await coverAddresses(albumId, signal)
    } catch (error) {
      // Nobody can be asked just now: the next look does.
      if (error instanceof UpstreamError || signal.aborted) return []
      throw error
    }
  }

  return {
    /** The cover of an album that no file has. */
    async cover(type: 'artist' | 'album' | 'track', id: number): Promise<{ hash: string; file: string } | undefined> {
      const album = await store.albumWithoutCover(db, type, id)
      if (!album) return undefined
      const cover = await once(`album:${album.id}`, async (signal) => {
        const found = await findCover(album, signal)
        if (found) await store.saveOutsideCover(db, album.id, found)
        return found
      })
      return cover ?? undefined
    },

    keepPicture: (address: string, artistName: string): Promise<Cover | null> =>
      once(address, (signal) => fetchInto(address, safeName(artistName || 'Unknown artist'), signal)),

    fetchPicture: (address: string): Promise<Cover | null> =>
      once(address, (signal) => fetchInto(address, 'remote', signal)),
  }
}
