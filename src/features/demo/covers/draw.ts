import type { Art, Motif } from '../catalogue/types.ts'
import { createRandom, type Random } from '../random.ts'
import { beams, city, hills, sun, waves } from './landscapes.ts'
import { leaves, pixels, rings, stars, tiles } from './patterns.ts'

/** Draws shapes on a field of 600 x 600. */
export type Draw = (random: Random, palette: Art['palette']) => string[]

const MOTIFS: Record<Motif, Draw> = { waves, sun, hills, city, beams, rings, tiles, stars, leaves, pixels }

/** A whole SVG: a background that runs from the first colour to the second, the motif, and a soft shade below. */
export function drawCover({ motif, palette }: Art, seed: number): string {
  const shapes = MOTIFS[motif](createRandom(seed), palette)
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600"><defs>',
    `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop stop-color="${palette[0]}"/>`,
    `<stop offset="1" stop-color="${palette[1]}"/></linearGradient>`,
    '<linearGradient id="shade" x1="0" y1="0" x2="0" y2="1"><stop offset="0.7" stop-opacity="0"/>',
    '<stop offset="1" stop-opacity="0.28"/></linearGradient></defs><rect width="600" height="600" fill="url(#sky)"/>',
    ...shapes,
    '<rect width="600" height="600" fill="url(#shade)"/></svg>',
  ].join('')
}
