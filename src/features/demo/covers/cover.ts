import sharp from 'sharp'
import type { Art } from '../catalogue/types.ts'
import { drawCover } from './draw.ts'

const COVER_SIZE = 600

/** The picture of an album as a JPEG of 600 x 600; no letters, so it needs no fonts and looks the same everywhere. */
export async function coverJpeg(art: Art, seed: number): Promise<Buffer> {
  const svg = Buffer.from(drawCover(art, seed))
  return sharp(svg).resize(COVER_SIZE, COVER_SIZE).flatten().jpeg({ quality: 84, mozjpeg: true }).toBuffer()
}
