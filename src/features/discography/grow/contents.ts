import PQueue from 'p-queue'
import type { AlbumContents, ArtistRef, Ask } from '../../../providers/ports.ts'
import type { Unavailable } from '../ask.ts'
import { albumContents, contentsInBulk } from '../collect/albums.ts'
import type { GrowDeps } from './grow.ts'
import * as store from './store.ts'

type Filled = { asked: number; unavailable: Unavailable[] }
type OnProgress = ((counts: { albums: number; tracks: number }) => Promise<void>) | undefined

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
  await fillInBulk(deps, artistId, ref, { ask, open, filled })
  await onProgress?.(await store.countsOf(deps.db, artistId))
  await fillOneByOne(deps, [...open], ask, filled)
  return filled
}

type Work = { ask: Ask; open: Set<number>; filled: Filled }

async function fillInBulk(
  deps: GrowDeps,
  artistId: number,
  ref: ArtistRef,
  { ask, open, filled }: Work,
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
  }
}

async function fillOneByOne(deps: GrowDeps, albumIds: number[], ask: Ask, filled: Filled): Promise<void> {
  const refs = await store.albumRefs(deps.db, albumIds)
  const queue = new PQueue({ concurrency: AT_ONCE })
  await Promise.all(
    [...refs].map(([albumId, album]) =>
      queue.add(async () => {
        ask.signal?.throwIfAborted()
        const answer = await albumContents(deps.providers, album, ask)
        filled.asked += answer.asked
        filled.unavailable.push(...answer.unavailable)
        if (!answer.found) return
        const { value: contents, source } = answer.found
        await deps.known.saveContents([{ albumId, contents, source }])
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
