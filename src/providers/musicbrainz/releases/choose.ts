import type { ReleaseShape } from '../shapes.ts'

/** Words of editions that hold more, or other things, than the record that people know. */
const SPECIAL =
  /\b(deluxe|expanded|anniversary|collector'?s?|special edition|super|bonus|box ?set|legacy edition|karaoke|instrumental|commentary|surround|atmos)\b/i
const PREFERRED = /^(Digital Media|CD|HDCD|SHM-CD|Blu-spec CD|Enhanced CD|Copy Control CD|SACD|Hybrid SACD)\b/

export const trackCount = (release: ReleaseShape): number =>
  release.media.reduce((sum, medium) => sum + (medium['track-count'] ?? medium.tracks.length), 0)
export const hasTracks = (release: ReleaseShape): boolean => release.media.some(({ tracks }) => tracks.length > 0)

const isSpecial = ({ title, disambiguation }: ReleaseShape): boolean => SPECIAL.test(`${title} ${disambiguation ?? ''}`)
const isPreferred = ({ media }: ReleaseShape): boolean =>
  media.length > 0 && media.every(({ format }) => PREFERRED.test(format ?? ''))

/** The number of tracks that most editions agree on; of equals the smaller, which has no bonus tracks. */
function usualCount(releases: readonly ReleaseShape[]): number {
  const counts = new Map<number, number>()
  for (const release of releases) counts.set(trackCount(release), (counts.get(trackCount(release)) ?? 0) + 1)
  return [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b)[0]?.[0] ?? 0
}

/**
 * The release that stands for its group: official, no deluxe surprise, with as many tracks as most have, digital or
 * CD (whose tracks are numbered through), and of those the earliest. Null when none has tracks.
 */
export function chooseRelease(releases: readonly ReleaseShape[]): ReleaseShape | null {
  const official = releases.filter(({ status }) => status === 'Official')
  const plain = (official.length > 0 ? official : releases).filter((release) => !isSpecial(release))
  const usual = usualCount(plain.length > 0 ? plain : releases)
  const faults = (release: ReleaseShape): number[] => [
    Number(release.status !== 'Official'),
    Number(isSpecial(release)),
    Number(trackCount(release) !== usual),
    Number(!isPreferred(release)),
  ]
  const order = (a: ReleaseShape, b: ReleaseShape): number => {
    const [ofA, ofB] = [faults(a), faults(b)]
    const at = ofA.findIndex((fault, i) => fault !== ofB[i])
    if (at >= 0) return (ofA[at] ?? 0) - (ofB[at] ?? 0)
    return (a.date || '9999').localeCompare(b.date || '9999') || a.id.localeCompare(b.id)
  }
  return releases.filter(hasTracks).sort(order)[0] ?? null
}
