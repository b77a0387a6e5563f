import type { AlbumContents } from '../../ports.ts'
import type { ReleaseShape } from '../shapes.ts'
import { chooseRelease, hasTracks, trackCount } from './choose.ts'
import { contentsOf } from './contents-of.ts'

const heldTracks = (releases: readonly ReleaseShape[]): number =>
  releases.reduce((sum, release) => sum + (hasTracks(release) ? trackCount(release) : 0), 0)
const withoutTracks = (release: ReleaseShape): ReleaseShape => ({
  ...release,
  media: release.media.map((medium) => ({
    ...medium,
    'track-count': medium['track-count'] ?? medium.tracks.length,
    tracks: [],
  })),
})

/**
 * Releases by release group. Holds about `mostTracks` tracks: above that, every group keeps the tracks of its best
 * release so far only (the other editions stay, with the number of their tracks).
 */
export function createCollection(mostTracks: number) {
  const groups = new Map<string, ReleaseShape[]>()
  let held = 0
  let limit = mostTracks

  const prune = (): void => {
    held = 0
    for (const [id, releases] of groups) {
      const best = chooseRelease(releases)
      const kept = releases.map((release) => (release === best ? release : withoutTracks(release)))
      groups.set(id, kept)
      held += heldTracks(kept)
    }
    // Without this, a collection that stays above its limit would be pruned again at every page.
    limit = Math.max(mostTracks, held * 2)
  }

  return {
    add(releases: readonly ReleaseShape[]): void {
      for (const release of releases) {
        const id = release['release-group']?.id
        if (!id) continue
        const group = groups.get(id)
        if (group) group.push(release)
        else groups.set(id, [release])
      }
      held += heldTracks(releases)
      if (held > limit) prune()
    },

    get held(): number {
      return held
    },

    contents(): AlbumContents[] {
      return [...groups].flatMap(([id, releases]) => contentsOf(releases, id) ?? [])
    },
  }
}
