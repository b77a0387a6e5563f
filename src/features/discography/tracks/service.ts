import type { Db } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Ask } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import type { Known } from '../../library/known/known.ts'
import type { Catalogue } from '../../library/service.ts'
import { askFirst, distinct, type Unavailable, unanswered } from '../ask.ts'
import { tellSoundOf } from '../grow/sound.ts'
import { trackRefs } from '../grow/store.ts'
import * as store from './store.ts'

export type TrackDeps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  known: Pick<Known, 'resolveRef'>
  catalogue: Pick<Catalogue, 'track'>
}>

/** Tracks: their ids elsewhere, and how often they are heard. */
export function createTracks({ db, providers, catalogue }: TrackDeps) {
  async function enrichOne(
    id: number,
    ask: Ask,
  ): Promise<{ told: boolean; unavailable: Unavailable[]; asked: number }> {
    const [track] = await trackRefs(db, [id])
    if (!track) throw new AppError('NOT_FOUND', { details: 'Track not found' })
    const counts = await askFirst(
      providers.of('popularity'),
      ask,
      async (port, ask) => port.ofTrack?.(track.ref, ask) ?? null,
    )
    if (counts.found) await store.saveCounts(db, id, counts.found.value)
    const sound = await tellSoundOf({ db, providers }, [track], ask)
    const unavailable = distinct([...counts.unavailable, ...sound.unavailable])
    return { told: counts.found !== null, unavailable, asked: counts.asked + sound.asked }
  }

  async function enrichMany(ids: readonly number[], ask: Ask) {
    const unavailable: Unavailable[] = []
    let processed = 0
    for (const id of ids) {
      const one = await enrichOne(id, ask)
      unavailable.push(...one.unavailable)
      // When nobody answers any more the rest would fail the same way.
      if (one.asked === 0) break
      processed++
    }
    const message = ids.length === 0 ? 'Nothing to do' : `${processed} of ${ids.length} tracks enriched`
    return { message, processed, total_found: ids.length, unavailable: distinct(unavailable) }
  }

  return {
    resolve: (spotifyIds: readonly string[]) => store.trackIdsOf(db, spotifyIds),

    async enrich(viewer: Viewer, id: number, ask: Ask) {
      await catalogue.track(viewer, id)
      const { told, unavailable, asked } = await enrichOne(id, ask)
      if (asked === 0) throw unanswered(unavailable)
      const message = told ? 'Track enriched' : 'Nobody knows this track'
      return { message, track: await catalogue.track(viewer, id), unavailable }
    },

    async enrichSpotify(viewer: Viewer, id: number, ask: Ask) {
      const track = await catalogue.track(viewer, id)
      if (!track.spotify_id) throw new AppError('INVALID_PARAMETER', { details: 'Track has no Spotify ID' })
      const { unavailable } = await enrichOne(id, ask)
      const { popularity } = await catalogue.track(viewer, id)
      // Previews are gone from Spotify since 2024.
      const shown = { spotify_popularity: popularity, has_preview: false, unavailable }
      return { message: 'Track enriched', track_id: id, ...shown }
    },

    enrichMany: async (limit: number, ask: Ask) => enrichMany(await store.tracksWithoutCounts(db, limit), ask),
    enrichManySpotify: async (limit: number, ask: Ask) =>
      enrichMany(await store.tracksWithoutPopularity(db, limit), ask),
  }
}
