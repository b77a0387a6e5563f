import { createRandom } from '../random.ts'
import { composeBeat } from './beat.ts'
import { layOutBars } from './form.ts'
import { composeLayer, composeTune, type Piece } from './layers.ts'
import type { Part, Score } from './score.ts'
import type { Layer, Style } from './styles/style.ts'
import type { Key } from './theory.ts'

/** What distinguishes one piece from the others in its style. */
type Idea = {
  style: Style
  key: Key
  bpm: number
  /** Chord degrees (1-7), one a bar, of verse and chorus. */
  a: readonly number[]
  b: readonly number[]
  seconds: number
  seed: number
}

/** Writes the piece: bars and chords, tune, layers, drums. The same idea always gives the same score. */
export function compose({ style, key, bpm, a, b, seconds, seed }: Idea): Score {
  const bars = layOutBars(style, bpm, seconds - style.tail, { a, b })
  const piece: Piece = { style, key, bars, seed, melody: composeTune(style, key, bars, seed) }
  const { kit, drumGain, drumRoom, room, echo, loudness, tail, fadeOut, swing } = style
  return {
    ...{ kit, drumGain, drumRoom, room, echo, loudness, tail, fadeOut, swing },
    bpm,
    beats: bars.length * style.beatsPerBar,
    parts: style.layers.map((layer, index) => toPart(layer, piece, seed + 31 * (index + 1))),
    hits: composeBeat(style, bars, seed + 7),
    lines: bars.filter((bar) => ['A', 'B'].includes(bar.section)).map((bar) => bar.index * style.beatsPerBar),
  }
}

function toPart(layer: Layer, piece: Piece, seed: number): Part {
  return {
    patch: createRandom(piece.seed + layer.centre).pick(layer.patches),
    notes: composeLayer(layer, piece, seed),
    gain: layer.gain,
    pan: layer.pan ?? 0,
    reverb: layer.reverb ?? 0.15,
    echo: layer.echo ?? 0,
    drive: layer.drive ?? 0,
    ducked: layer.ducked ?? false,
  }
}
