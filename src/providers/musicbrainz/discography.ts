import type { Upstream } from '../../platform/upstream/types.ts'
import type { Ask, Discography, FoundAlbum } from '../ports.ts'
import { ENTITY, LIST } from './lifetimes.ts'
import { albumOf, artistMbid, mbidOf } from './mapping.ts'
import { groupListShape, groupShape } from './shapes.ts'

const PAGE = 100
/** 10 000 release groups: more than any one artist has. */
const MOST_PAGES = 100

/**
 * Release groups of an artist, 100 a call, to the end. `website-default` leaves out what has only bootlegs and
 * promotional copies. Dates, credits, types and genres come with the list, so that no group needs a call of its own.
 */
export function createDiscography(upstream: Upstream): Discography {
  const page = (artist: string, offset: number, ask: Ask) =>
    upstream.json(
      {
        family: 'release-groups',
        path: '/release-group',
        query: {
          artist,
          'release-group-status': 'website-default',
          inc: 'artist-credits genres',
          limit: PAGE,
          offset,
          fmt: 'json',
        },
        schema: groupListShape,
        keep: LIST,
      },
      ask,
    )

  return {
    async albums({ ids }, ask) {
      const artist = artistMbid(ids.musicbrainz)
      const found = new Map<string, FoundAlbum>()
      for (let pages = 0, offset = 0; artist && pages < MOST_PAGES; pages++) {
        const answer = await page(artist, offset, ask)
        const groups = answer?.['release-groups'] ?? []
        const before = found.size
        for (const group of groups) found.set(group.id, albumOf(group))
        offset += groups.length
        // A page without anything new ends it too, whatever the count claims.
        if (found.size === before || offset >= (answer?.['release-group-count'] ?? 0)) break
      }
      return [...found.values()]
    },

    async album(id, ask) {
      const mbid = mbidOf(id)
      if (!mbid) return null
      const query = { inc: 'artist-credits genres', fmt: 'json' }
      const group = await upstream.json(
        { family: 'release-group', path: `/release-group/${mbid}`, query, schema: groupShape, keep: ENTITY },
        ask,
      )
      return group && albumOf(group)
    },
  }
}
