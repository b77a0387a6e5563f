import { normalizeName } from '../../platform/lib/normalize.ts'
import type { Point } from './targets.ts'

/** What is guessed of a song: either value may be unknown. */
export type Estimate = Readonly<{
  valence: number | null
  energy: number | null
  source: 'genre' | 'tempo' | 'genre+tempo' | null
}>

/**
 * Typical valence and energy of genre words: our own rough table, in steps that claim no more precision than genre
 * names have. Longer words are looked for first, so that "death metal" is not "metal".
 */
const GENRES: readonly (readonly [word: string, valence: number, energy: number])[] = [
  ['dark ambient', 0.25, 0.15],
  ['ambient', 0.45, 0.15],
  ['new age', 0.55, 0.15],
  ['meditation', 0.55, 0.1],
  ['lo fi', 0.5, 0.3],
  ['lofi', 0.5, 0.3],
  ['chill', 0.55, 0.3],
  ['downtempo', 0.5, 0.35],
  ['trip hop', 0.4, 0.4],
  ['piano', 0.4, 0.25],
  ['classical', 0.5, 0.3],
  ['clasica', 0.5, 0.3],
  ['soundtrack', 0.45, 0.4],
  ['acoustic', 0.5, 0.35],
  ['folk', 0.5, 0.35],
  ['singer songwriter', 0.4, 0.3],
  ['country', 0.6, 0.5],
  ['bluegrass', 0.7, 0.6],
  ['slowcore', 0.2, 0.2],
  ['shoegaze', 0.35, 0.6],
  ['dream pop', 0.45, 0.4],
  ['indie', 0.5, 0.5],
  ['emo', 0.3, 0.7],
  ['soul', 0.65, 0.45],
  ['r and b', 0.6, 0.45],
  ['rnb', 0.6, 0.45],
  ['romantic', 0.6, 0.35],
  ['bolero', 0.5, 0.3],
  ['ballad', 0.4, 0.3],
  ['balada', 0.4, 0.3],
  ['jazz', 0.55, 0.4],
  ['bossa', 0.65, 0.35],
  ['swing', 0.75, 0.6],
  ['blues', 0.35, 0.4],
  ['gospel', 0.7, 0.55],
  ['reggae', 0.7, 0.5],
  ['dub', 0.5, 0.4],
  ['ska', 0.8, 0.75],
  ['latin', 0.75, 0.7],
  ['salsa', 0.8, 0.75],
  ['cumbia', 0.8, 0.7],
  ['reggaeton', 0.7, 0.75],
  ['samba', 0.8, 0.7],
  ['flamenco', 0.5, 0.6],
  ['afrobeat', 0.75, 0.7],
  ['tropical', 0.8, 0.65],
  ['funk', 0.8, 0.7],
  ['disco', 0.85, 0.75],
  ['house', 0.7, 0.8],
  ['dance', 0.75, 0.8],
  ['trance', 0.6, 0.85],
  ['techno', 0.5, 0.85],
  ['drum and bass', 0.55, 0.9],
  ['dubstep', 0.45, 0.85],
  ['synthwave', 0.6, 0.65],
  ['synth', 0.55, 0.6],
  ['electro', 0.55, 0.7],
  ['electronic', 0.55, 0.6],
  ['edm', 0.65, 0.85],
  ['experimental', 0.4, 0.5],
  ['industrial', 0.3, 0.85],
  ['noise', 0.2, 0.8],
  ['hip hop', 0.5, 0.65],
  ['rap', 0.45, 0.7],
  ['trap', 0.4, 0.7],
  ['death metal', 0.2, 0.95],
  ['black metal', 0.15, 0.9],
  ['doom', 0.15, 0.6],
  ['metal', 0.3, 0.92],
  ['hardcore', 0.35, 0.95],
  ['punk', 0.55, 0.9],
  ['grunge', 0.35, 0.75],
  ['hard rock', 0.5, 0.85],
  ['post rock', 0.4, 0.5],
  ['rock', 0.55, 0.7],
  ['pop', 0.68, 0.62],
  ['children', 0.85, 0.55],
]
const BY_LENGTH = [...GENRES].sort((a, b) => b[0].length - a[0].length)

/** The point of one genre name, or null when no word of it is known. */
export function genrePoint(name: string): Point | null {
  const text = ` ${normalizeName(name)} `
  const found =
    BY_LENGTH.find(([word]) => text.includes(` ${word} `)) ?? BY_LENGTH.find(([word]) => text.includes(word))
  return found ? { valence: found[1], energy: found[2] } : null
}

/** Energy that a tempo suggests: 60 beats a minute 0.2, 170 and more 0.95, in a straight line between. */
const tempoEnergy = (bpm: number): number => Math.min(0.95, Math.max(0.15, 0.2 + ((bpm - 60) / 110) * 0.75))

/** Guesses from genres (the mean of those known) and tagged tempo (a third of the energy). */
export function estimate(genres: readonly string[], bpm: number | null): Estimate {
  const points = genres.flatMap((name) => genrePoint(name) ?? [])
  const mean = (pick: (point: Point) => number) => points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const known = points.length > 0
  const tempo = bpm === null ? null : tempoEnergy(bpm)
  const genreEnergy = known ? mean((point) => point.energy) : null
  const energy = genreEnergy === null ? tempo : tempo === null ? genreEnergy : (genreEnergy * 2 + tempo) / 3
  const source = known ? (tempo === null ? 'genre' : 'genre+tempo') : tempo === null ? null : 'tempo'
  return {
    valence: known ? round(mean((point) => point.valence)) : null,
    energy: energy === null ? null : round(energy),
    source,
  }
}

/** Three decimals, as the document shows valence and energy. */
export const round = (value: number): number => Math.round(value * 1000) / 1000
