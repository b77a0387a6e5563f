import PQueue from 'p-queue'
import type { AlbumContents, ArtistRef, Ask } from '../../../providers/ports.ts'
import type { Unavailable } from '../ask.ts'
import { albumContents, contentsInBulk } from '../collect/albums.ts'
import type { StepTools } from '../runs/work/steps.ts'
import type { GrowDeps } from './grow.ts'
import * as store from './store.ts'

type Filled = { asked: number; unavailable: Unavailable[] }
type OnProgress = StepTools['progress'] | undefined
/** Whoever looks sees it move; the database is spared. */
const TELL_EVERY_MS = 700

/** Tracks that were written within this time are not asked for again. */
const FRESH_MS = 30 * 86_400_000
const AT_ONCE = 4

/**
 * The tracks of every album of an artist that has none, or old ones: first from providers that send many albums at
 * once, then one by one for those that are left.
 */
export async function fillAlbums(
  deps: GrowDeps,
  artistId: number,
  ref: ArtistRef,
  ask: Ask,
  onProgress?: OnProgress,
): Promise<Filled> {
  const since = new Date(Date.now() - FRESH_MS)
  const open = new Set(await store.albumsToFill(deps.db, artistId, since))
  if (open.size === 0) return { asked: 0, unavailable: [] }
  const filled: Filled = { asked: 0, unavailable: [] }
  const told = telling(deps, artistId, open.size, onProgress)
  await fillInBulk(deps, artistId, ref, { ask, open, filled, told })
  await fillOneByOne(deps, { ask, open, filled, told })
  return filled
}

type Work = { ask: Ask; open: Set<number>; filled: Filled; told: (open: number) => Promise<void> }

function telling(deps: GrowDeps, artistId: number, all: number, onProgress: OnProgress): Work['told'] {
  let last = 0
  return async (open) => {
    if (!onProgress || Date.now() - last < TELL_EVERY_MS) return
    last = Date.now()
    await onProgress({ ...(await store.countsOf(deps.db, artistId)), share: 1 - open / all })
  }
}

async function fillInBulk(
  deps: GrowDeps,
  artistId: number,
  ref: ArtistRef,
  { ask, open, filled, told }: Work,
): Promise<void> {
  const byOutsideId = await store.albumsByOutsideId(deps.db, artistId)
  const albumOf = ({ ids }: AlbumContents): number | undefined =>
    Object.entries(ids)
      .map(([provider, value]) => byOutsideId.get(`${provider}:${value}`))
      .find((id) => id !== undefined)
  for await (const page of contentsInBulk(deps.providers, ref, ask)) {
    if (!('value' in page)) {
      filled.unavailable.push(page)
      continue
    }
    filled.asked++
    const items = page.value.flatMap((contents) => {
      const albumId = contents.tracks.length > 0 ? albumOf(contents) : undefined
      return albumId !== undefined && open.has(albumId) ? [{ albumId, contents, source: page.source }] : []
    })
    await deps.known.saveContents(items)
    for (const { albumId } of items) open.delete(albumId)
    await told(open.size)
  }
}

async function fillOneByOne(deps: GrowDeps, { ask, open, filled, told }: Work): Promise<void> {
  const refs = await store.albumRefs(deps.db, [...open])
  const queue = new PQueue({ concurrency: AT_ONCE })
  await Promise.all(
    [...refs].map(([albumId, album]) =>
      queue.add(async () => {
        ask.signal?.throwIfAborted()
        const answer = await albumContents(deps.providers, album, ask)
        filled.asked += answer.asked
        filled.unavailable.push(...answer.unavailable)
        if (answer.found) {
          const { value: contents, source } = answer.found
          await deps.known.saveContents([{ albumId, contents, source }])
        }
        open.delete(albumId)
        await told(open.size)
      }),
    ),
  )
}

/** The tracks of one album, asked for now. */
export async function fillAlbum(
  deps: Pick<GrowDeps, 'db' | 'providers' | 'known'>,
  albumId: number,
  ask: Ask,
): Promise<Filled & { told: boolean; tracks: number; added: number }> {
  const album = (await store.albumRefs(deps.db, [albumId])).get(albumId)
  if (!album) return { told: false, asked: 0, unavailable: [], tracks: 0, added: 0 }
  const { found, unavailable, asked } = await albumContents(deps.providers, album, ask)
  const written = found
    ? await deps.known.saveContents([{ albumId, contents: found.value, source: found.source }])
    : { tracks: 0, added: 0 }
  return { ...written, told: found !== null, unavailable, asked }
}
