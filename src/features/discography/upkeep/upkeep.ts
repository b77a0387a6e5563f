import type { Db } from '../../../db/client.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import * as store from '../artists/store/artists.ts'
import { stepOf } from '../grow/work.ts'
import type { Run } from '../runs/contract.ts'
import type { Runs } from '../runs/service.ts'

type Deps = Readonly<{ db: Db; runs: Runs }>
type Wanted = readonly Readonly<{ id: number; name: string }>[]
type Kind = Readonly<{ kind: Run['kind']; subject: string; title: string; step: Parameters<typeof stepOf>[0] }>

/** Keeping what is known up to date: each is a run, so that it is seen, can be stopped, and survives a restart. */
export function createUpkeep({ db, runs }: Deps) {
  async function begin(
    { kind, subject, title, step }: Kind,
    wanted: Wanted,
    viewer: Viewer | null,
  ): Promise<Run | null> {
    if (wanted.length === 0) return null
    const steps = wanted.map(({ id, name }) => stepOf(step, { name, artistId: id }))
    return runs.begin(
      { kind, subject, title, byPerson: viewer !== null, userId: viewer?.id ?? null, payload: {} },
      steps,
    )
  }

  return {
    /** Genres for artists that have none. */
    genres: async (limit: number, viewer: Viewer | null) => {
      const wanted = await store.artistsWithoutGenres(db, limit)
      const run = await begin({ kind: 'genres', subject: 'genres', title: 'Genres', step: 'genres' }, wanted, viewer)
      return { scanned: wanted.length, run }
    },

    /** Biography, picture and genres for artists that lack one of them. */
    missing: async (limit: number, viewer: Viewer | null) => {
      const wanted = await store.artistsWithGaps(db, limit)
      const run = await begin({ kind: 'missing', subject: 'missing', title: 'Facts', step: 'facts' }, wanted, viewer)
      return { scanned: wanted.length, run }
    },

    /** The discographies that are older than seven days, the oldest first. */
    stale: async (limit: number, viewer: Viewer | null) => {
      const wanted = await store.staleArtists(db, limit)
      const run = await begin({ kind: 'refresh', subject: 'library', title: 'Library', step: 'artist' }, wanted, viewer)
      return { scanned: wanted.length, run }
    },

    /** Favourite artists, every day. */
    favourites: async (limit: number) => {
      const wanted = await store.favouritesOfYesterday(db, limit)
      const about = { kind: 'releases', subject: 'favourites', title: 'Favourites', step: 'artist' } as const
      return { scanned: wanted.length, run: await begin(about, wanted, null) }
    },

    async freshness() {
      const { total, fresh } = await store.freshnessCounts(db)
      return {
        data_freshness_report: {
          artists: {
            total,
            fresh,
            stale: total - fresh,
            freshness_percentage: total === 0 ? 100 : Math.round((1000 * fresh) / total) / 10,
          },
          downloads: { total_attempts: 0, completed: 0, completion_rate: 0 },
          last_updated: new Date().toISOString(),
        },
        message: `${fresh} of ${total} discographies were refreshed within ${store.STALE_DAYS} days`,
      }
    },
  }
}

export type Upkeep = ReturnType<typeof createUpkeep>
