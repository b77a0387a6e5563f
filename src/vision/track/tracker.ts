import { sameFace } from '../face/boxes.ts'
import { type Look, WHOLE_PICTURE } from '../face/read-face.ts'
import { meshRegion } from '../face/region.ts'
import type { Box, Landmarks } from '../reading.ts'

/** What a tracker needs of a face; `expected` is absent where nobody looked in expected regions. */
type Seen = { readonly box: Box; readonly landmarks: Landmarks; readonly expected?: number }
type Size = { readonly width: number; readonly height: number }
type Track = { readonly id: number; box: Box; landmarks: Landmarks; seenMs: number }

/** New faces are looked for this often while others are followed: the detector costs as much as the rest of a frame. */
const SEARCH_MS = 5_000
/** While others wait for their turn, somebody new in the picture can wait too. */
const SEARCH_BUSY_MS = 20_000
/** A face that comes back within this time, at the place where it was lost, is the same one. */
const REMEMBER_MS = 2_000
const REGION_MARGIN = 1.5

/**
 * Follows the faces of one stream. Where a face was, the mesh looks again, and the detector runs only to find new
 * faces: this is what makes video cheap (section 2 of the face notes). `look` says what to do with the next frame,
 * `update` takes what was found and gives each face a number that stays while it is seen.
 */
export function createTracker({ maxFaces = WHOLE_PICTURE.maxFaces, now = () => performance.now() } = {}) {
  let tracks: Track[] = []
  let lost: Track[] = []
  let size: Size = { width: 0, height: 0 }
  let searchedMs = Number.NEGATIVE_INFINITY
  let searches = 0
  let nextId = 1
  let mirrored = true

  /** Nobody there: one look a frame, each further back than the last. The first one tries all. */
  function search(): Look['zooms'] {
    const all = WHOLE_PICTURE.zooms
    const zooms = searches === 0 ? all : all.slice(searches % all.length, (searches % all.length) + 1)
    searches++
    return zooms
  }

  function take(pool: Track[], box: Box): Track | undefined {
    const index = pool.findIndex((track) => sameFace(track.box, box))
    return index < 0 ? undefined : pool.splice(index, 1)[0]
  }

  return {
    /** `busy`: other streams are waiting. */
    look(busy = false): Look {
      const expected = tracks.map(({ landmarks }) => meshRegion(landmarks, REGION_MARGIN))
      if (expected.length === 0) return { expected, zooms: search(), maxFaces, sides: 'both' }
      mirrored = !mirrored
      const sides = mirrored ? 'mirrored' : 'plain'
      const due = tracks.length < maxFaces && now() - searchedMs >= (busy ? SEARCH_BUSY_MS : SEARCH_MS)
      if (due) searchedMs = now()
      return { expected, zooms: due ? [1] : [], maxFaces, sides }
    },

    /** The number of each face, in the order given. `picture` is the size that boxes and landmarks are in. */
    update(faces: readonly Seen[], picture: Size): number[] {
      const at = now()
      if (picture.width !== size.width || picture.height !== size.height) {
        tracks = []
        lost = []
        size = { width: picture.width, height: picture.height }
      }
      const before = [...tracks]
      const followed = faces.map(({ expected = -1 }) => before[expected])
      const free = before.filter((track) => !followed.includes(track))
      const gone = lost.filter(({ seenMs }) => at - seenMs < REMEMBER_MS)
      tracks = faces.map(({ box, landmarks }, index) => {
        const known = followed[index] ?? take(free, box) ?? take(gone, box)
        return { id: known?.id ?? nextId++, box, landmarks, seenMs: at }
      })
      lost = [...gone, ...free].slice(-2 * maxFaces)
      if (faces.length > 0) {
        searches = 0
        if (before.length === 0) searchedMs = at
      }
      return tracks.map(({ id }) => id)
    },

    /** Forgets everybody. */
    reset(): void {
      tracks = []
      lost = []
      searches = 0
    },
  }
}
