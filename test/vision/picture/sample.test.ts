import { describe, expect, it } from 'vitest'
import type { Frame } from '../../../src/vision/picture/decode.ts'
import { letterbox } from '../../../src/vision/picture/letterbox.ts'
import { sample } from '../../../src/vision/picture/sample.ts'

const PLAIN = { scale: 1, offset: [0, 0, 0] } as const

function frame(width: number, height: number, red: (x: number, y: number) => number): Frame {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([red(x, y), 50, 100], (y * width + x) * 3)
  return { data, width, height, source: { width, height } }
}

function draw(
  source: Frame,
  region: Parameters<typeof sample>[1],
  size: number,
  scaling: Parameters<typeof sample>[3] = PLAIN,
) {
  const out = new Float32Array(3 * size * size)
  sample(source, region, size, scaling, out)
  const plane = (channel: number) => Array.from(out.subarray(channel * size * size, (channel + 1) * size * size))
  return { red: plane(0), green: plane(1), blue: plane(2) }
}

const numbered = frame(4, 4, (x, y) => y * 4 + x)

describe('sample', () => {
  it('copies pixels one to one, in planes', () => {
    const { red, green, blue } = draw(numbered, { centerX: 2, centerY: 2, side: 4, angle: 0 }, 4)
    expect(red).toEqual(Array.from({ length: 16 }, (_, index) => index))
    expect(new Set(green)).toEqual(new Set([50]))
    expect(new Set(blue)).toEqual(new Set([100]))
  })

  it('turns clockwise: a quarter turn shows the left column on top', () => {
    const { red } = draw(numbered, { centerX: 2, centerY: 2, side: 4, angle: Math.PI / 2 }, 4)
    ;[3, 7, 11, 15, 2, 6, 10, 14, 1, 5, 9, 13, 0, 4, 8, 12].forEach((value, index) => {
      expect(red[index]).toBeCloseTo(value, 4)
    })
  })

  it('scales and shifts each channel', () => {
    const { red, blue } = draw(numbered, { centerX: 2, centerY: 2, side: 4, angle: 0 }, 4, {
      scale: 0.5,
      offset: [1, 0, -1],
    })
    expect(red[5]).toBe(3.5)
    expect(blue[0]).toBe(49)
  })

  it('averages when it shrinks and interpolates when it enlarges', () => {
    const checkers = frame(64, 64, (x, y) => ((x + y) % 2) * 200)
    const small = draw(checkers, { centerX: 32, centerY: 32, side: 64, angle: 0 }, 16)
    for (const value of small.red) expect(value).toBeCloseTo(100, 4)
    const ramp = frame(8, 8, (x) => x * 10)
    const large = draw(ramp, { centerX: 4, centerY: 4, side: 4, angle: 0 }, 8)
    expect(large.red.slice(0, 8)).toEqual([17.5, 22.5, 27.5, 32.5, 37.5, 42.5, 47.5, 52.5])
  })

  it('is black outside the frame', () => {
    const { green } = draw(numbered, { centerX: 0, centerY: 2, side: 4, angle: 0 }, 4)
    expect(green.slice(0, 4)).toEqual([0, 0, 50, 50])
    const shrunk = draw(
      frame(64, 64, () => 9),
      { centerX: 0, centerY: 0, side: 64, angle: 0 },
      8,
    )
    expect(shrunk.red[0]).toBe(0)
    expect(shrunk.red[63]).toBe(9)
  })
})

describe('letterbox', () => {
  it.each([
    { width: 640, height: 480, zoom: 1 },
    { width: 480, height: 640, zoom: 2 },
    { width: 33, height: 20, zoom: 1 },
    { width: 1, height: 1, zoom: 2 },
  ])('draws $width x $height at zoom $zoom as the general method does', ({ width, height, zoom }) => {
    const picture = frame(width, height, (x, y) => Math.round((x / width) * 200 + (y / height) * 50))
    const side = Math.max(width, height) * zoom
    const scaling = { scale: 1 / 127.5, offset: [-1, -1, -1] } as const
    const general = new Float32Array(3 * 64 * 64)
    sample(picture, { centerX: width / 2, centerY: height / 2, side, angle: 0 }, 64, scaling, general)
    const quick = new Float32Array(3 * 64 * 64)
    letterbox(picture, side, 64, scaling, quick)
    let difference = 0
    for (let index = 0; index < quick.length; index++) difference += Math.abs(quick[index]! - general[index]!)
    expect(difference / quick.length).toBeLessThan(0.02)
    expect(Math.max(...quick)).toBeGreaterThan(-1)
  })

  it('centres the picture between black bars', () => {
    const out = new Float32Array(3 * 16 * 16)
    letterbox(
      frame(32, 16, () => 80),
      32,
      16,
      PLAIN,
      out,
    )
    const rows = Array.from({ length: 16 }, (_, row) => out[row * 16 + 8])
    expect(rows).toEqual([0, 0, 0, 0, 80, 80, 80, 80, 80, 80, 80, 80, 0, 0, 0, 0])
  })
})
