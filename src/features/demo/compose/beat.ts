import { createRandom, type Random } from '../random.ts'
import type { DrumName } from '../synth/drums/kit.ts'
import type { Bar } from './form.ts'
import { readBar } from './pattern.ts'
import type { Hit } from './score.ts'
import type { Beat, Style } from './styles/style.ts'

const FILLS: readonly (readonly DrumName[])[] = [
  ['snare', 'snare', 'tom', 'floor'],
  ['tom', 'tom', 'floor', 'floor'],
  ['snare', 'tom', 'snare', 'floor'],
]

/** Drum hits of a whole piece: the section's beat, a fill into the next section, a cymbal where one begins. */
export function composeBeat(style: Style, bars: readonly Bar[], seed: number): Hit[] {
  const random = createRandom(seed)
  return bars.flatMap((bar, i) => {
    const start = bar.index * style.beatsPerBar
    const beat = style.beats[bar.section]
    if (bar.isFinal) return style.beats.A ? finalHits(start, style) : []
    if (!beat) return []
    const fills = style.fills && bar.isLastOfSection && bar.inSection > 0
    const hits = barHits(beat, bar, style, random).filter((hit) => !fills || hit.start < style.beatsPerBar - 1)
    const extra = [...(fills ? fill(style, random) : []), ...(opens(bars, i, style) ? [crash()] : [])]
    return [...hits, ...extra].map((hit) => ({ ...hit, start: start + Math.max(0, hit.start) }))
  })
}

function barHits(beat: Beat, bar: Bar, style: Style, random: Random): Hit[] {
  return Object.entries(beat).flatMap(([drum, pattern]) =>
    readBar(pattern, bar.inSection, style.beatsPerBar).map(({ at, symbol, accent }) => ({
      start: at + random.between(-style.loose, style.loose),
      drum: drum as DrumName,
      velocity: (symbol === 'o' ? 0.35 : accent) * random.between(0.9, 1.05),
    })),
  )
}

function fill(style: Style, random: Random): Hit[] {
  return random.pick(FILLS).map((drum, i) => ({
    start: style.beatsPerBar - 1 + i * 0.25,
    drum,
    velocity: 0.55 + 0.12 * i,
  }))
}

const crash = (): Hit => ({ start: 0, drum: 'crash', velocity: 0.7 })

function opens(bars: readonly Bar[], i: number, style: Style): boolean {
  return style.fills && bars[i]?.inSection === 0 && i > 0 && bars[i]?.section !== 'I'
}

function finalHits(start: number, style: Style): Hit[] {
  const kick: Hit = { start, drum: 'kick', velocity: 0.9 }
  return style.fills ? [kick, { start, drum: 'crash', velocity: 0.75 }] : [kick]
}
