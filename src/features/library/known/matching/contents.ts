import { normalizeName } from '../../../../platform/lib/normalize.ts'
import type { FoundTrack } from '../../../../providers/ports.ts'
import { placeKey } from '../../identity/group.ts'
import { cleanIds, cleanIsrc, cleanName, idKey, whole } from '../clean.ts'
import type { OutsideId } from '../types.ts'
import { type CleanCredit, cleanCredits } from './credits.ts'
import { type Comparable, comparable, matchTracks } from './tracks.ts'

/** A track that a service named, cut to what is kept. */
export type SaidTrack = Readonly<{
  key: string
  name: string
  disc: number
  position: number | null
  durationMs: number | null
  isrc: string | null
  explicit: boolean | null
  popularity: number | null
  ids: readonly OutsideId[]
  credits: readonly CleanCredit[]
  like: Comparable
}>
export type TrackRow = Readonly<{ id: number; key: string; catalogued: boolean; hasFiles: boolean; like: Comparable }>

/** What is to be done with the tracks of one album. */
export type Plan = Readonly<{
  matched: readonly Readonly<{ row: TrackRow; said: SaidTrack; key: string; score: number }>[]
  added: readonly Readonly<{ said: SaidTrack; key: string }>[]
  merged: readonly Readonly<{ from: number; to: number }>[]
  obsolete: readonly number[]
}>

/** More than any release has; a list that goes on forever ends here. */
const MOST_TRACKS = 10_000
/** A track has one recording, and few codes of it. */
const MOST_CODES = 10

export function cleanTracks(tracks: readonly FoundTrack[]): SaidTrack[] {
  const unique = new Map<string, SaidTrack>()
  for (const track of tracks.slice(0, MOST_TRACKS)) {
    const said = cleanTrack(track)
    if (!unique.has(said.key)) unique.set(said.key, said)
  }
  return [...unique.values()]
}

function cleanTrack(track: FoundTrack): SaidTrack {
  const name = cleanName(track.title) || '?'
  const disc = whole(track.disc, 1, 1000) ?? 1
  const position = whole(track.position, 0, 100_000)
  const durationMs = whole(track.durationMs) || null
  const isrcs = track.isrcs.slice(0, MOST_CODES).flatMap((isrc) => cleanIsrc(isrc) ?? [])
  const ids = cleanIds(track.ids)
  const key = placeKey(disc, position, name)
  const like = comparable({ key, name, disc, position, durationMs, isrcs, ids: ids.map(idKey) })
  const popularity = whole(track.popularity, 0, 100)
  const credits = cleanCredits(track.credits)
  return {
    key,
    name,
    disc,
    position,
    durationMs,
    isrc: isrcs[0] ?? null,
    explicit: track.explicit,
    popularity,
    ids,
    credits,
    like,
  }
}

/** Tracks of files are looked at first; a row without files that means the same track is merged into them. */
export function planAlbum(said: readonly SaidTrack[], rows: readonly TrackRow[]): Plan {
  const wanted = said.map(({ like }) => like)
  const owned = rows.filter(({ hasFiles }) => hasFiles)
  const others = rows.filter(({ hasFiles }) => !hasFiles)
  const first = matchTracks(wanted, likes(owned))
  const open = [...wanted.keys()].filter((at) => !first.has(at))
  const second = matchTracks(
    open.flatMap((at) => wanted[at] ?? []),
    likes(others),
  )
  const chosen = new Map([...first].map(([at, { at: row, score }]) => [at, { row: owned[row], score }]))
  for (const [at, { at: row, score }] of second) chosen.set(open[at] ?? -1, { row: others[row], score })
  const used = new Set([...second.values()].map(({ at }) => at))
  const left = others.filter((_, at) => !used.has(at))
  const merged = duplicates(
    left,
    [...first].flatMap(([at, { at: row }]) => pairOf(wanted[at], owned[row])),
  )
  const gone = new Set(merged.map(({ from }) => from))
  return {
    ...place(said, rows, chosen),
    merged,
    obsolete: left.filter(({ id, catalogued }) => catalogued && !gone.has(id)).map(({ id }) => id),
  }
}

const likes = (rows: readonly TrackRow[]): Comparable[] => rows.map(({ like }) => like)
const pairOf = (like: Comparable | undefined, row: TrackRow | undefined) => (like && row ? [{ like, row }] : [])

/** Rows without files that mean what a row with files was recognised as. */
function duplicates(left: readonly TrackRow[], owned: readonly { like: Comparable; row: TrackRow }[]) {
  const found = matchTracks(
    likes(left),
    owned.map(({ like }) => like),
  )
  return [...found].flatMap(([from, { at }]) => {
    const [source, target] = [left[from], owned[at]?.row]
    return source && target ? [{ from: source.id, to: target.id }] : []
  })
}

/** Keys of rows: those of files stay, others follow their place where no other track has that key. */
function place(
  said: readonly SaidTrack[],
  rows: readonly TrackRow[],
  chosen: ReadonlyMap<number, { row: TrackRow | undefined; score: number }>,
): Pick<Plan, 'matched' | 'added'> {
  const keys = new Set(rows.map(({ key }) => key))
  const free = (key: string): string => {
    for (let at = 1, tried = key; ; tried = `${key}#${++at}`) {
      if (keys.has(tried)) continue
      keys.add(tried)
      return tried
    }
  }
  const matched: { row: TrackRow; said: SaidTrack; key: string; score: number }[] = []
  const added: { said: SaidTrack; key: string }[] = []
  for (const [at, track] of said.entries()) {
    const { row, score } = chosen.get(at) ?? {}
    if (row) {
      const stays = row.hasFiles || row.key === track.key || keys.has(track.key)
      matched.push({ row, said: track, key: stays ? row.key : free(track.key), score: score ?? 1 })
    } else added.push({ said: track, key: free(track.key) })
  }
  return { matched, added }
}

export const searchText = (name: string, artists: string, album: string): string =>
  normalizeName([name, artists, album].join(' '))
