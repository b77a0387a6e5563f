import type { Database } from '../../db/client.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Providers } from '../../providers/provider.ts'
import type { Known } from '../library/known/known.ts'
import type { Catalogue } from '../library/service.ts'
import type { Views } from '../library/views/views.ts'
import { createAlbums } from './albums/service.ts'
import { createLookup } from './artists/lookup.ts'
import { createArtists } from './artists/service.ts'
import { askFirst } from './ask.ts'
import { createCuration } from './curate/service.ts'
import { outsideIds } from './curate/store.ts'
import type { KeepPicture } from './grow/facts.ts'
import { albumRefs } from './grow/store.ts'
import { createStepWork } from './grow/work.ts'
import { createDiscographyJobs } from './jobs.ts'
import { createMissing } from './missing/service.ts'
import type { ThroughUs } from './outside.ts'
import { createRuns } from './runs/service.ts'
import { createLive } from './show/live.ts'
import { createTold } from './show/told.ts'
import { createRecommender } from './tracks/recommend.ts'
import { createTracks } from './tracks/service.ts'
import { createUpkeep } from './upkeep/upkeep.ts'

type Log = { info(fields: object, text: string): void; error(fields: object, text: string): void }
type Deps = Readonly<{
  database: Database
  jobs: Jobs
  log: Log
  providers: Providers
  known: Known
  catalogue: Catalogue
  views: Views
  keepPicture: KeepPicture
  throughUs: ThroughUs
  /** Deletes old answers of services. */
  forget(): Promise<void>
}>

/** Complete discographies: found, kept, grown and kept up to date by what services on the internet say. */
export function createDiscography(deps: Deps) {
  const { database, jobs, log, providers, known, catalogue, views, throughUs, forget } = deps
  const { db } = database
  const { artist } = catalogue
  const work = createStepWork({ ...deps, db })
  const askable = () => providers.of('discography').length > 0
  const background = createDiscographyJobs({ database, jobs, log, work, askable, forget })
  const runs = createRuns({ db, enqueue: background.enqueue })
  const lookup = createLookup({ db, providers, known, throughUs, artist })
  const artists = createArtists({ ...deps, db, runs, lookup, artist })
  const upkeep = createUpkeep({ db, runs })
  const { refresh, refreshWhenStale } = artists
  return {
    ...{ runs, artists, upkeep },
    live: createLive({ db, providers, lookup, throughUs }),
    told: createTold({ db, providers, known, lookup, throughUs, artist, refreshWhenStale }),
    albums: createAlbums({ db, providers, known, catalogue, throughUs }),
    missing: createMissing({ known, views }),
    tracks: createTracks({ db, providers, known, catalogue }),
    recommend: createRecommender({ db, providers, known, catalogue, views, throughUs }),
    curation: createCuration({ known, lookup, providers, refresh, outsideIds: outsideIds.bind(null, db) }),
    /** Where providers have a cover of an album, best first. */
    async coverAddresses(albumId: number, signal: AbortSignal): Promise<string[]> {
      const album = (await albumRefs(db, [albumId])).get(albumId)
      if (!album) return []
      const ask = { priority: 'person', signal } as const
      const { found } = await askFirst(providers.of('coverArt'), ask, (port, ask) => port.covers(album, ask))
      return (found?.value ?? []).map(({ url }) => url)
    },
    start: () => background.start(upkeep),
  }
}

export type Discography = ReturnType<typeof createDiscography>
