import type { Style } from './styles/style.ts'

export type Bar = {
  index: number
  /** Section letter, and the place of the bar in its section. */
  section: string
  inSection: number
  isLastOfSection: boolean
  /** The last bar of the piece: everybody holds the tonic. */
  isFinal: boolean
  degree: number
  nextDegree: number
}

type Progressions = { a: readonly number[]; b: readonly number[] }

/** Cuts a piece of about `seconds` into sections of whole pairs of bars and puts a chord under each bar. */
export function layOutBars(style: Style, bpm: number, seconds: number, { a, b }: Progressions): Bar[] {
  const total = Math.max(4, Math.round((seconds * bpm) / 60 / style.beatsPerBar) - 1)
  const sections = sectionLengths(style, total)
  const plain = sections.flatMap(({ section, bars }) =>
    Array.from({ length: bars }, (_, inSection) => {
      const chords = section === 'B' ? b : a
      return {
        section,
        inSection,
        isLastOfSection: inSection === bars - 1,
        degree: chords[inSection % chords.length] ?? 1,
      }
    }),
  )
  const withEnd = [...plain, { section: 'E', inSection: 0, isLastOfSection: true, degree: 1 }]
  return withEnd.map((bar, index) => ({
    ...bar,
    index,
    isFinal: index === withEnd.length - 1,
    nextDegree: withEnd[index + 1]?.degree ?? 1,
  }))
}

/** At least one pair of bars each; the pairs left over go where the shares are furthest behind. */
function sectionLengths(style: Style, total: number): { section: string; bars: number }[] {
  const sections = style.form.map(([section, share]) => ({ section, share, bars: 2 }))
  for (let used = 2 * sections.length; used + 2 <= total; used += 2) {
    const hungriest = sections.reduce((a, b) => (b.share / b.bars > a.share / a.bars ? b : a))
    hungriest.bars += 2
  }
  return sections
}
