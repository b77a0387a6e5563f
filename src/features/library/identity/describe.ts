import { normalizeName } from '../../../platform/lib/normalize.ts'
import { withoutDisc } from '../../../platform/lib/titles.ts'
import type { Tags } from '../files/tags.ts'
import { type Credit, creditLine, isVarious, trackCredits, VARIOUS } from './credits.ts'
import { performerOf, trackKey } from './group.ts'

/** A file that speaks for its track and album. */
export type Witness = Readonly<{ relPath: string; tags: Tags; durationMs: number }>
export type AlbumDescription = Readonly<{
  name: string
  credits: Credit[]
  compilation: boolean
  date: string | null
  label: string | null
  releaseType: string
}>

/**
 * What an album is called and whose it is, from all of its files: what most of them say, and of equals the first by
 * spelling. So the result does not depend on when which file was found. The date is the earliest.
 */
export function describeAlbum(files: readonly Witness[]): AlbumDescription {
  // Of files that say the same the first by path speaks: the database gives them in no order.
  const tags = [...files].sort(byPath).map((file) => file.tags)
  const credits = albumCredits(tags)
  const compilation = isVarious(creditLine(credits)) || tags.some((tag) => tag.compilation)
  const stated = mostCommon(tags.flatMap(({ releaseType }) => releaseType ?? []))
  return {
    name: mostCommon(tags.flatMap(({ album }) => (album === null ? [] : [withoutDisc(album)]))) ?? '',
    credits,
    compilation,
    date: tags.flatMap(({ date }) => date ?? []).sort()[0] ?? null,
    label: mostCommon(tags.flatMap(({ label }) => label ?? [])),
    releaseType: compilation ? 'compilation' : (stated ?? guessType(tags)),
  }
}

/** The file that names a track when several hold it: the first by path. */
export function speaker<T extends Witness>(files: readonly T[]): T | undefined {
  return [...files].sort(byPath)[0]
}

const byPath = (a: Witness, b: Witness): number => (a.relPath < b.relPath ? -1 : 1)

function albumCredits(tags: readonly Tags[]): Credit[] {
  const named = tags.filter(({ albumArtists }) => albumArtists.length > 0)
  const line = mostCommon(named.map(({ albumArtists }) => albumArtists.join(', ')))
  const [chosen] = named.filter(({ albumArtists }) => albumArtists.join(', ') === line).sort(byIds)
  if (chosen) {
    if (chosen.albumArtists.some(isVarious)) return variousCredits()
    return trackCredits(chosen.albumArtists, line ?? '', '', chosen.musicbrainz.albumArtists)
  }
  const performers = new Set(tags.map((tag) => normalizeName(performerOf(tag))))
  if (performers.size > 1 || tags.some((tag) => tag.compilation)) return variousCredits()
  const [first] = [...tags].sort((a, b) =>
    a.artistLine < b.artistLine ? -1 : a.artistLine > b.artistLine ? 1 : byIds(a, b),
  )
  return first ? mainCredits(first) : []
}

/** Of two that say the same, the one that knows more ids; then by the ids. */
const idsOf = ({ musicbrainz }: Tags): string => [...musicbrainz.albumArtists, ...musicbrainz.artists].join()
const byIds = (a: Tags, b: Tags): number => (idsOf(a) > idsOf(b) ? -1 : idsOf(a) < idsOf(b) ? 1 : 0)

function mainCredits(tags: Tags): Credit[] {
  const credits = trackCredits(tags.artists, tags.artistLine, '', tags.musicbrainz.artists).filter(
    ({ role }) => role === 'main',
  )
  return credits.map((credit, at) => (at === credits.length - 1 ? { ...credit, joinPhrase: '' } : credit))
}

const variousCredits = (): Credit[] => [{ name: VARIOUS, mbid: null, role: 'main', joinPhrase: '' }]

/** Up to three tracks are a single and up to six an EP, by the total that tags state or else by what is there. */
function guessType(tags: readonly Tags[]): string {
  const stated = Math.max(0, ...tags.map(({ trackTotal }) => trackTotal ?? 0))
  const several = tags.some(({ disc }) => (disc ?? 1) > 1)
  const total = several ? 99 : stated || new Set(tags.map((tag) => trackKey(tag, true))).size
  return total <= 3 ? 'single' : total <= 6 ? 'ep' : 'album'
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best?.[0] ?? null
}
