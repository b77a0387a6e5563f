import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

const photo = path.resolve(import.meta.dirname, '../../node_modules/@vladmandic/face-api/demo/sample6.jpg')
const COUNT = 30

/**
 * A short film of one face at arm's length: 640 x 480 JPEGs cut from a photo of the face-api package, the camera
 * swaying a few pixels a frame, so that no frame is like the one before.
 */
export async function makeFrames(): Promise<Uint8Array<ArrayBuffer>[]> {
  const source = await readFile(photo)
  const frames: Uint8Array<ArrayBuffer>[] = []
  for (let index = 0; index < COUNT; index++) {
    const turn = (2 * Math.PI * index) / COUNT
    const left = 1260 + Math.round(20 * Math.sin(turn))
    const top = 150 + Math.round(12 * Math.sin(2 * turn))
    const cut = sharp(source).extract({ left, top, width: 640, height: 480 })
    frames.push(Uint8Array.from(await cut.jpeg({ quality: 90 }).toBuffer()))
  }
  return frames
}
