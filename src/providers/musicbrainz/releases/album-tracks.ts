import type { Upstream } from '../../../platform/upstream/types.ts'
import type { AlbumTracks, Ask } from '../../ports.ts'
import { artistMbid, mbidOf } from '../mapping.ts'
import type { ReleaseShape } from '../shapes.ts'
import { createCollection } from './collect.ts'
import { contentsOf } from './contents-of.ts'
import { releasePages } from './pages.ts'

/** Some records have hundreds of editions; the first of them are enough to choose from. */
const MOST_PAGES_OF_ALBUM = 5
const MOST_PAGES_OF_ARTIST = 200
const MOST_TRACKS_HELD = 20_000
const BATCH = 50

/**
 * At one call a second, calls are what a discography costs. One call brings one album of any usual number of
 * editions; `contentsOfArtist` brings up to 100 releases or about 500 tracks with each call, which is most artists'
 * whole work: 16 artists with 250 albums take some 20 calls instead of 500.
 */
export function createAlbumTracks(upstream: Upstream): AlbumTracks {
  const releasesOf = async (group: string, status: { status?: 'official' }, ask: Ask): Promise<ReleaseShape[]> => {
    const options = { ...status, mostPages: MOST_PAGES_OF_ALBUM }
    const found: ReleaseShape[] = []
    for await (const releases of releasePages(upstream, { 'release-group': group }, options, ask))
      found.push(...releases)
    return found
  }

  return {
    async contents({ ids }, ask) {
      const group = mbidOf(ids.musicbrainz)
      if (!group) return null
      const official = await releasesOf(group, { status: 'official' }, ask)
      // Old and rare records may have no status at all.
      const releases = official.length > 0 ? official : await releasesOf(group, {}, ask)
      return contentsOf(releases, group)
    },

    /**
     * Albums with official releases; the others are asked for one by one. Editions of one album may be on any page,
     * so that nothing is told before the last one came; a call that fails on the way costs nothing when it is tried
     * again, because the pages before it are kept.
     */
    async *contentsOfArtist({ ids }, ask) {
      const artist = artistMbid(ids.musicbrainz)
      if (!artist) return
      const collection = createCollection(MOST_TRACKS_HELD)
      const options = { status: 'official', mostPages: MOST_PAGES_OF_ARTIST } as const
      for await (const releases of releasePages(upstream, { artist }, options, ask)) collection.add(releases)
      const contents = collection.contents()
      for (let at = 0; at < contents.length; at += BATCH) yield contents.slice(at, at + BATCH)
    },
  }
}
