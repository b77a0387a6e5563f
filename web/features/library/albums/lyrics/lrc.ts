/** A line of a song; `at` is where it begins, in seconds, or null where the text has no time stamps. */
export type LyricLine = { at: number | null; text: string }
export type Lyrics = { synced: boolean; lines: LyricLine[] }

const STAMP = /\[(\d{1,3}):(\d{1,2})(?:[.:](\d{1,3}))?\]/g
const LEADING_STAMPS = /^\s*(?:\[\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?\]\s*)+/
const WORD_STAMP = /<\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?>/g
const TAG = /^\s*\[([a-z#]{1,12}):([^\]]*)\]\s*$/i
/** Longer than any song's text; what lies behind it is noise. */
const MOST_LINES = 2000

const seconds = ([, minutes, secs, fraction = '0']: readonly string[]) =>
  Number(minutes) * 60 + Number(secs) + Number(fraction) / 10 ** fraction.length

/** Reads the words of a song, as plain text or with the time stamps of an .lrc file. Everything stays text. */
export function parseLyrics(source: string): Lyrics {
  const timed: { at: number; text: string }[] = []
  const plain: LyricLine[] = []
  let shift = 0
  for (const line of source.split(/\r\n|\r|\n/).slice(0, MOST_LINES)) {
    const tag = TAG.exec(line)
    if (tag) {
      if (tag[1]?.toLowerCase() === 'offset') shift = (Number(tag[2]) || 0) / 1000
      continue
    }
    const text = line.replace(LEADING_STAMPS, '').replace(WORD_STAMP, '').trim()
    const stamps = LEADING_STAMPS.exec(line)?.[0].matchAll(STAMP) ?? []
    let stamped = false
    for (const stamp of stamps) {
      timed.push({ at: seconds(stamp), text })
      stamped = true
    }
    if (!stamped) plain.push({ at: null, text })
  }
  if (timed.length === 0) return { synced: false, lines: trim(plain) }
  // A positive offset lets the words come earlier.
  const lines = timed.map(({ at, text }) => ({ at: Math.max(0, at - shift), text })).sort((a, b) => a.at - b.at)
  return { synced: true, lines }
}

/** Without empty lines at both ends. */
function trim(lines: LyricLine[]): LyricLine[] {
  const first = lines.findIndex((line) => line.text !== '')
  const last = lines.findLastIndex((line) => line.text !== '')
  return first < 0 ? [] : lines.slice(first, last + 1)
}

/** The line that is sung at a moment: the last one that has begun, -1 before the first. */
export function lineAt(lines: readonly LyricLine[], position: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.at ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
