/** A line of a song: when it begins, in milliseconds from the start of the track; an empty text is a pause. */
type LyricLine = { at_ms: number; text: string }
export type Words = Readonly<{ plain: string | null; lines: LyricLine[] | null }>

/** No song is longer; what lies behind is noise or an attack. */
const MOST_CHARACTERS = 256 * 1024
const MOST_LINES = 5000

const STAMP = /\s*\[(\d{1,3}):(\d{1,2})(?:[.:](\d{1,3}))?\]/y
const WORD_STAMP = /<\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?>/g
/** Facts about the file; "[Chorus: all]" is a line of the song. */
const TAG = /^\s*\[(ar|al|ti|au|by|lr|la|id|re|ve|tool|length|offset|encoding|#):([^\]]*)\]\s*$/i

type Read = { timed: LyricLine[]; plain: string[]; offsetMs: number }

/**
 * Reads LRC: `[mm:ss.xx]text`, several stamps before one text, `[offset:±ms]` (positive: earlier), the word stamps of
 * the enhanced form, which are left out. Text without any stamp is plain. At most 256 K characters and 5 000 lines.
 */
export function parseLrc(source: string): Words {
  const read: Read = { timed: [], plain: [], offsetMs: 0 }
  const lines = source.slice(0, MOST_CHARACTERS).split(/\r\n|\r|\n/, MOST_LINES)
  for (const line of lines) readLine(line, read)
  const timed = read.timed
    .sort((a, b) => a.at_ms - b.at_ms)
    .map(({ at_ms, text }) => ({ at_ms: Math.max(0, at_ms - read.offsetMs), text }))
  // Stamps without a single word are no lyrics.
  const isSung = timed.some((line) => line.text !== '')
  const plain = (isSung ? timed.map((line) => line.text) : read.plain).join('\n').trim()
  return { plain: plain === '' ? null : plain, lines: isSung ? timed : null }
}

function readLine(line: string, read: Read): void {
  const tag = TAG.exec(line)
  if (tag) {
    if (tag[1]?.toLowerCase() === 'offset') read.offsetMs = offsetOf(tag[2] ?? '')
    return
  }
  const { stamps, end } = leadingStamps(line)
  const text = line.slice(end).replace(WORD_STAMP, ' ').replace(/\s+/g, ' ').trim()
  if (stamps.length === 0) read.plain.push(text)
  for (const at_ms of stamps) if (read.timed.length < MOST_LINES) read.timed.push({ at_ms, text })
}

function leadingStamps(line: string): { stamps: number[]; end: number } {
  const stamps: number[] = []
  let end = 0
  for (;;) {
    STAMP.lastIndex = end
    const found = STAMP.exec(line)
    if (!found) return { stamps, end }
    end = STAMP.lastIndex
    stamps.push(milliseconds(found))
  }
}

function milliseconds([, minutes, seconds, fraction = '']: readonly (string | undefined)[]): number {
  return Number(minutes) * 60_000 + Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'))
}

function offsetOf(text: string): number {
  const value = Math.trunc(Number(text))
  return Number.isSafeInteger(value) ? value : 0
}
