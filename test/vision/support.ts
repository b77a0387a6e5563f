import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { prepareModels } from '../../tools/prepare-models.ts'

const root = path.resolve(import.meta.dirname, '../..')
const demo = path.join(root, 'node_modules/@vladmandic/face-api/demo')

/** The development set of faces; tests that need it are skipped where it is absent. */
export const FACES = path.resolve(root, '../shared/faces')
export const hasFaces = existsSync(FACES)

/** The folder of the ONNX models, made on first use and kept between runs. */
export async function testModels(): Promise<string> {
  const dir = path.join(root, 'node_modules/.cache/animo/models')
  await prepareModels(dir)
  return dir
}

/** A photo from the face-api package: one to three people, 1920 pixels wide. Always a buffer of its own. */
export async function demoPhoto(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(path.join(demo, name)))
}

/** One smiling face in 640 x 480, cut from a demo photo. */
export async function smilingFace(): Promise<Uint8Array<ArrayBuffer>> {
  const cut = sharp(await demoPhoto('sample6.jpg')).extract({ left: 1400, top: 190, width: 520, height: 390 })
  return Uint8Array.from(await cut.resize(640, 480).jpeg({ quality: 92 }).toBuffer())
}

export async function facePhoto(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await readFile(path.join(FACES, name)))
}

/** A PNG whose header promises far more pixels than its bytes hold. */
export function pngBomb(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const crc = Buffer.alloc(4)
    crc.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, crc])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', Buffer.alloc(16)), chunk('IEND', Buffer.alloc(0))]
  return Uint8Array.from(Buffer.concat(parts))
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
