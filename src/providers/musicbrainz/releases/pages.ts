import type { Upstream } from '../../../platform/upstream/types.ts'
import type { Ask } from '../../ports.ts'
import { LIST } from '../lifetimes.ts'
import { type ReleaseShape, releaseListShape } from '../shapes.ts'

const PAGE = 100
const INC = 'recordings release-groups artist-credits isrcs media labels'

/** Releases of an artist or of a release group. */
export type Of = Readonly<{ artist: string } | { 'release-group': string }>

/**
 * Pages of releases with their tracks. The server cuts a page at about 500 tracks, so a page may be shorter than asked
 * for: the next one begins after what came. Ends at the count, at a page that brings nothing new, or at `mostPages`.
 */
export async function* releasePages(
  upstream: Upstream,
  of: Of,
  { status, mostPages }: { status?: 'official'; mostPages: number },
  ask: Ask,
): AsyncGenerator<readonly ReleaseShape[]> {
  const seen = new Set<string>()
  for (let pages = 0, offset = 0; pages < mostPages; pages++) {
    const answer = await upstream.json(
      {
        family: 'releases',
        path: '/release',
        query: { ...of, status, inc: INC, limit: PAGE, offset, fmt: 'json' },
        schema: releaseListShape,
        keep: LIST,
      },
      ask,
    )
    const received = answer?.releases ?? []
    const releases = received.filter(({ id }) => !seen.has(id))
    for (const { id } of releases) seen.add(id)
    if (releases.length > 0) yield releases
    offset += received.length
    if (releases.length === 0 || offset >= (answer?.['release-count'] ?? 0)) return
  }
}
