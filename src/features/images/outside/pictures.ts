import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Db } from '../../../db/client.ts'
import { safeName } from '../../../platform/files/safe-name.ts'
import { openScope } from '../../../platform/upstream/abort.ts'
import { UpstreamError } from '../../../platform/upstream/types.ts'
import { shrink } from '../decoding.ts'
import { type Cover, inspect, keep } from '../extract.ts'
import type { Shelf } from '../shelf.ts'
import * as store from '../store.ts'
import { type Asker, createLine } from './line.ts'
import { createMisses } from './misses.ts'

type Log = { debug(fields: object, text: string): void; warn(fields: object, text: string): void }
/** Gets a picture from an address that somebody else wrote; refuses private networks. */
export type FetchPicture = (address: string, signal: AbortSignal) => Promise<Buffer>
type Deps = Readonly<{
  db: Db
  imagesDir: string
  shelf: Shelf
  log: Log
  fetch: FetchPicture
  coverAddresses(albumId: number, signal: AbortSignal): Promise<readonly string[]>
}>

const PATIENCE_MS = 20_000
/** One user fills half of the places in work at most, so that there is one for everybody else soon. */
const PEOPLE = { atOnce: 6, atOnceEach: 3, mostEach: 100, mostAll: 400 }
/** Expansions have places of their own, and nobody looks at how long they take. */
const RUNS = { atOnce: 2, atOnceEach: 2, mostEach: 200, mostAll: 200 }
const NOBODY: Asker = { who: '' }
/** What is at an address may change. */
const SHOWN_MS = 30 * 86_400_000

/** Pictures from other servers: fetched when somebody looks, kept like those of files. */
export function createOutsidePictures({ db, imagesDir, shelf, log, fetch, coverAddresses }: Deps) {
  const [forPeople, forRuns] = [createLine(PEOPLE), createLine(RUNS)]
  const misses = createMisses()

  /** null: it cannot be had. What is wrong is said to those who look for it: a user may ask for many of them. */
  async function get(address: string, signal: AbortSignal): Promise<Buffer | null> {
    try {
      return await fetch(address, signal)
    } catch (error) {
      if (signal.aborted || !(error instanceof UpstreamError)) throw error
      log.debug({ reason: error.message }, 'a picture cannot be fetched')
      return null
    }
  }

  /** Within our patience, and not again soon when there was nothing; who left says nothing about the picture. */
  const looking =
    <T>(key: string, look: (signal: AbortSignal) => Promise<T | null>) =>
    async (gone: AbortSignal): Promise<T | null> => {
      const scope = openScope([gone], PATIENCE_MS)
      try {
        const found = await look(scope.signal)
        if (found === null) misses.add(key)
        return found
      } catch (error) {
        if (!scope.timedOut()) throw error
        misses.add(key)
        return null
      } finally {
        scope.end()
      }
    }

  async function fetchInto(address: string, folder: string, signal: AbortSignal): Promise<Cover | null> {
    const bytes = await get(address, signal)
    return bytes && keep(bytes, { imagesDir, folder })
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
      // Nobody can be asked just now: a later look does.
      if (error instanceof UpstreamError) return []
      throw error
    }
  }

  return {
    /** The cover of an album that no file has. */
    async cover(
      type: 'artist' | 'album' | 'track',
      id: number,
      asker: Asker,
    ): Promise<{ hash: string; file: string } | undefined> {
      const album = await store.albumWithoutCover(db, type, id)
      const key = `album:${album?.id}`
      if (!album || misses.has(key)) return undefined
      const find = async (signal: AbortSignal) => {
        const found = await findCover(album, signal)
        if (found) await store.saveOutsideCover(db, album.id, found)
        return found
      }
      return (await forPeople(key, asker, looking(key, find))) ?? undefined
    },

    /** For an artist that an expansion fills: kept beside its covers. */
    async keepPicture(address: string, artistName: string): Promise<Cover | null> {
      if (misses.has(address)) return null
      const folder = safeName(artistName || 'Unknown artist')
      const find = (signal: AbortSignal) => fetchInto(address, folder, signal)
      return forRuns(`${folder} ${address}`, NOBODY, looking(address, find)).catch((err: unknown) => {
        // The picture comes with a later refresh; everything else that was found is kept now.
        log.warn({ err }, 'the picture of an artist cannot be kept')
        return null
      })
    },

    /** A picture as a WebP of this size, from the cache where it is there; null when there is none to be had. */
    async shown(address: string, pixels: number, asker: Asker): Promise<Buffer | null> {
      const hash = createHash('sha256').update(address).digest('hex').slice(0, 40)
      const name = path.join('remote', hash.slice(0, 2), `${hash}-${pixels}.webp`)
      const before = await shelf.get(name, SHOWN_MS)
      if (before || misses.has(address)) return before
      const find = async (signal: AbortSignal) => {
        const bytes = await get(address, signal)
        if (!bytes || !(await inspect(bytes))) return null
        const picture = await shrink(bytes, pixels)
        await shelf.put(name, picture)
        return picture
      }
      return forPeople(`${pixels} ${address}`, asker, looking(address, find))
    },
  }
}
