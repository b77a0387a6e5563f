import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decode, type Frame } from '../../../src/vision/picture/decode.ts'
import { pngBomb, smilingFace } from '../support.ts'

const RED = { r: 250, g: 0, b: 0 }
const BLUE = { r: 0, g: 0, b: 250 }

/** 80 x 40, its left half red and its right half blue. */
async function flag() {
  const left = await sharp({ create: { width: 40, height: 40, channels: 3, background: RED } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 80, height: 40, channels: 3, background: BLUE } }).composite([
    { input: left, left: 0, top: 0 },
  ])
}

const pixel = ({ data, width }: Frame, x: number, y: number) =>
  Array.from(data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3))
const isRed = (frame: Frame, x: number, y: number) => pixel(frame, x, y)[0]! > 200 && pixel(frame, x, y)[2]! < 60

describe('decode', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('reads %s', async (format) => {
    const frame = await decode(await (await flag()).toFormat(format).toBuffer())
    expect(frame).toMatchObject({ width: 80, height: 40, source: { width: 80, height: 40 } })
    expect(frame.data.length).toBe(80 * 40 * 3)
    expect(isRed(frame, 10, 20)).toBe(true)
    expect(isRed(frame, 70, 20)).toBe(false)
  })

  it.each([
    { orientation: 1, size: [80, 40], red: [10, 20] },
    { orientation: 2, size: [80, 40], red: [70, 20] },
    { orientation: 3, size: [80, 40], red: [70, 20] },
    { orientation: 6, size: [40, 80], red: [20, 10] },
    { orientation: 8, size: [40, 80], red: [20, 70] },
  ])('applies EXIF orientation $orientation', async ({ orientation, size, red }) => {
    const bytes = await (await flag()).withMetadata({ orientation }).jpeg().toBuffer()
    const frame = await decode(bytes)
    expect([frame.width, frame.height, frame.source.width, frame.source.height]).toEqual([...size, ...size])
    expect(isRed(frame, red[0]!, red[1]!)).toBe(true)
  })

  it('converts CMYK, grey, 16 bits and transparency to three bytes a pixel', async () => {
    const picture = await flag()
    const cmyk = await decode(await picture.clone().toColourspace('cmyk').jpeg().toBuffer())
    expect(isRed(cmyk, 10, 20)).toBe(true)
    const grey = await decode(await picture.clone().greyscale().toColourspace('b-w').png().toBuffer())
    expect(grey.data.length).toBe(80 * 40 * 3)
    expect(new Set(pixel(grey, 10, 20)).size).toBe(1)
    const deep = await decode(await picture.clone().toColourspace('rgb16').png().toBuffer())
    expect(isRed(deep, 10, 20)).toBe(true)
    const clear = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer()
    expect(pixel(await decode(clear), 4, 4)).toEqual([255, 255, 255])
  })

  it('takes the first picture of an animation', async () => {
    const frames = [RED, BLUE].map((background) => ({
      create: { width: 20, height: 20, channels: 3 as const, background },
    }))
    const inputs = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()))
    const frame = await decode(
      await sharp(inputs, { join: { animated: true } })
        .webp({ loop: 0 })
        .toBuffer(),
    )
    expect(frame).toMatchObject({ width: 20, height: 20 })
    expect(isRed(frame, 5, 5)).toBe(true)
  })

  it('halves a large picture and remembers its size', async () => {
    const large = await sharp({ create: { width: 4001, height: 2000, channels: 3, background: RED } })
      .jpeg()
      .toBuffer()
    expect(await decode(large)).toMatchObject({ width: 1001, height: 500, source: { width: 4001, height: 2000 } })
    const long = await sharp({ create: { width: 9000, height: 1, channels: 3, background: RED } })
      .png()
      .toBuffer()
    expect(await decode(long)).toMatchObject({ width: 1125, height: 1 })
  })

  it('reads a picture of one pixel', async () => {
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: RED } })
      .png()
      .toBuffer()
    expect(await decode(dot)).toMatchObject({ width: 1, height: 1 })
  })

  it.each(['jpeg', 'png', 'webp'] as const)('refuses a %s that breaks off', async (format) => {
    const whole = await sharp(await smilingFace())
      .toFormat(format)
      .toBuffer()
    for (const part of [0.02, 0.5, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part))
      await expect(decode(cut), `${part} of it`).rejects.toMatchObject({ name: 'VisionError', kind: 'invalid-image' })
    }
  })

  it('refuses other formats whatever they are called, and never draws an SVG', async () => {
    const gif = await (await flag()).gif().toBuffer()
    const tiff = await (await flag()).tiff().toBuffer()
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    )
    const lying = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg])
    for (const bytes of [gif, tiff, svg, lying, Buffer.from('text'), Buffer.alloc(0), Buffer.alloc(5000)]) {
      await expect(decode(bytes)).rejects.toMatchObject({ kind: 'invalid-image' })
    }
  })

  it('refuses by the header alone what would not fit in memory', async () => {
    await expect(decode(pngBomb(60_000, 60_000))).rejects.toMatchObject({ kind: 'too-many-pixels' })
    await expect(decode(pngBomb(2_000_000, 1))).rejects.toMatchObject({ kind: 'invalid-image' })
  })
})
