import type { Upstream } from '../../platform/upstream/types.ts'
import type { ProviderDeps } from '../deps.ts'
import type { CoverArt } from '../ports.ts'
import type { Provider } from '../provider.ts'
import { imagesShape, picturesOf } from './pictures.ts'

const DAY = 86_400
const KEEP = { hit: 30 * DAY, miss: 14 * DAY }
const LIMITS = { everyMs: 250, concurrency: 2, timeoutMs: 30_000, retries: 2, backoffMs: 2000 } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** No release group has it: an archive that is well says so with 404. */
const NOWHERE = '00000000-0000-4000-8000-000000000000'

const request = (group: string, keep?: typeof KEEP) => ({
  family: 'release-group',
  path: `/release-group/${group}`,
  schema: imagesShape,
  ...(keep && { keep }),
})

/** Covers are asked for by release group only: the archive itself picks the release that stands for it. */
function createCovers(upstream: Upstream, baseUrl: string): CoverArt {
  return {
    async covers({ ids }, ask) {
      const group = ids.musicbrainz
      if (!group || !UUID.test(group)) return []
      const found = await upstream.json(request(group, KEEP), ask)
      return found ? picturesOf(found, baseUrl) : []
    },
  }
}

/** Covers of release groups of MusicBrainz, kept by the Internet Archive. */
export function createCoverart({ config, upstream: create }: ProviderDeps): Provider {
  const baseUrl = config.COVERART_BASE_URL
  const upstream = create({ name: 'coverart', title: 'Cover Art Archive', baseUrl, limits: LIMITS })
  return {
    name: 'coverart',
    title: 'Cover Art Archive',
    website: 'https://coverartarchive.org',
    attribution: 'Covers from the Cover Art Archive; their rights stay with their owners',
    missing: [],
    upstream,
    ports: { coverArt: createCovers(upstream, baseUrl) },
    async probe(ask) {
      await upstream.json(request(NOWHERE), ask)
    },
  }
}
