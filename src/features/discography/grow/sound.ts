import type { Ask, Features, TrackRef } from '../../../providers/ports.ts'
import { askFirst, type First } from '../ask.ts'
import type { GrowDeps } from './grow.ts'
import * as store from './store.ts'

type Asking = Pick<GrowDeps, 'db' | 'providers'>
type Told = Pick<First<unknown>, 'asked' | 'unavailable'>

/** More than this of one artist comes with the next look: services answer few at once. */
const MOST = 200
/** What nobody knew is asked for again after this time. */
const AGAIN_MS = 90 * 86_400_000

/** How the owned tracks of an artist sound, where nobody told yet. */
export async function tellSound({ db, providers }: Asking, artistId: number, ask: Ask): Promise<Told> {
  if (providers.of('audioFeatures').length === 0) return { asked: 0, unavailable: [] }
  const silent = await store.tracksWithoutSound(db, artistId, new Date(Date.now() - AGAIN_MS), MOST)
  return tellSoundOf({ db, providers }, await store.trackRefs(db, silent), ask)
}

/** How these tracks sound; those that nobody knows are marked as asked for. */
export async function tellSoundOf(
  { db, providers }: Asking,
  tracks: readonly Readonly<{ id: number; ref: TrackRef }>[],
  ask: Ask,
): Promise<Told> {
  if (tracks.length === 0) return { asked: 0, unavailable: [] }
  const refs = tracks.map(({ ref }) => ref)
  const { found, asked, unavailable } = await askFirst(providers.of('audioFeatures'), ask, (port, ask) =>
    port.features(refs, ask),
  )
  // Who could not be asked may know them.
  if (found || unavailable.length === 0) {
    const rows = tracks.map(({ id, ref }) => ({ trackId: id, features: soundOf(ref, found?.value ?? []) }))
    await store.saveFeatures(db, rows, found?.source ?? 'nobody')
  }
  return { asked, unavailable }
}

function soundOf({ isrc, ids }: TrackRef, all: readonly Features[]): Features | null {
  const code = isrc?.replaceAll('-', '').toUpperCase()
  return all.find((one) => (code && one.isrc === code) || (ids.spotify && one.ids.spotify === ids.spotify)) ?? null
}
