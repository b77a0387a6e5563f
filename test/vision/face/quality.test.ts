import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../../src/features/emotions/live/reading/issues.ts'
import { analyze } from '../../../src/vision/analyze.ts'
import { loadModels, type Models } from '../../../src/vision/face/models.ts'
import { measurePose, outsidePart } from '../../../src/vision/face/quality.ts'
import { smilingFace, testModels } from '../support.ts'

let models: Models
let smile: Uint8Array
beforeAll(async () => {
  models = await loadModels(await testModels())
  smile = await smilingFace()
})

async function qualityOf(bytes: Uint8Array) {
  const { faces } = await analyze(models, bytes, () => undefined)
  if (!faces[0]) throw new Error('no face')
  return faces[0].quality
}

describe('what a picture of a face is worth', () => {
  it('a webcam picture is fine', async () => {
    expect(issuesOf(await qualityOf(smile))).toEqual([])
  })

  it('brightness falls and rises with the light', async () => {
    const plain = await qualityOf(smile)
    const dark = await qualityOf(await sharp(smile).linear(0.12, 0).jpeg().toBuffer())
    const bright = await qualityOf(await sharp(smile).linear(1.2, 130).jpeg().toBuffer())
    expect(dark.brightness).toBeLessThan(plain.brightness)
    expect(bright.brightness).toBeGreaterThan(plain.brightness)
    expect(issuesOf(dark)).toContain('too_dark')
    expect(issuesOf(bright)).toContain('too_bright')
  })

  it('sharpness falls with blur, and not with the light', async () => {
    const values: number[] = []
    for (const sigma of [0, 2, 5, 10]) {
      const picture = sigma === 0 ? smile : await sharp(smile).blur(sigma).jpeg().toBuffer()
      values.push((await qualityOf(picture)).sharpness)
    }
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    const dark = await qualityOf(await sharp(smile).linear(0.4, 0).jpeg({ quality: 95 }).toBuffer())
    expect(Math.abs(dark.sharpness - values[0]!)).toBeLessThan(0.15)
    expect(issuesOf(await qualityOf(await sharp(smile).blur(12).jpeg().toBuffer()))).toContain('blurred')
  })

  it('a far face is too small, a face at the edge is cut off', async () => {
    const far = await sharp(smile).resize(48, 36).extend({ left: 40, right: 40, top: 30, bottom: 30 }).png().toBuffer()
    expect(issuesOf(await qualityOf(far))).toContain('too_small')
    const cut = await sharp(smile).extract({ left: 200, top: 0, width: 440, height: 480 }).jpeg().toBuffer()
    expect(issuesOf(await qualityOf(cut))).toContain('cut_off')
  })

  it('a mirror image turns yaw and roll around and leaves the pitch', async () => {
    const here = await qualityOf(smile)
    const mirrored = await qualityOf(await sharp(smile).flop().jpeg({ quality: 95 }).toBuffer())
    expect(mirrored.pose.yaw).toBeCloseTo(-here.pose.yaw, -1)
    expect(mirrored.pose.roll).toBeCloseTo(-here.pose.roll, -1)
    expect(mirrored.pose.pitch).toBeCloseTo(here.pose.pitch, -1)
  })
})

describe('pose', () => {
  /** Eye corners, forehead and chin of a flat face that looks straight ahead. */
  const CORNERS: Record<number, [x: number, y: number, z: number]> = {
    33: [-50, 0, 0],
    263: [50, 0, 0],
    10: [0, -70, 0],
    152: [0, 90, 0],
  }
  function turned(turn: (p: [number, number, number]) => [number, number, number]): Float32Array {
    const points = new Float32Array(468 * 3)
    for (const [index, point] of Object.entries(CORNERS)) points.set(turn(point), Number(index) * 3)
    return points
  }
  const angle = (30 * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]

  it('has the angle that the head is turned by', () => {
    const level = measurePose(turned((p) => p)).pose
    const yaw = measurePose(turned(([x, y, z]) => [x * cos, y, z + x * sin])).pose
    const pitch = measurePose(turned(([x, y, z]) => [x, y * cos, z + y * sin])).pose
    const roll = measurePose(turned(([x, y, z]) => [x * cos - y * sin, x * sin + y * cos, z])).pose
    expect(yaw.yaw).toBeCloseTo(30, 3)
    expect(pitch.pitch - level.pitch).toBeCloseTo(30, 3)
    expect(roll.roll).toBeCloseTo(30, 3)
  })

  it('does not change how far the eyes are apart', () => {
    expect(measurePose(turned(([x, y, z]) => [x * cos, y, z + x * sin])).eyeDistance).toBeCloseTo(100, 3)
  })

  it('knows what lies outside the picture', () => {
    const points = Float32Array.from([-1, 5, 0, 5, 5, 0, 5, 11, 0, 10, 10, 0])
    expect(outsidePart(points, { width: 10, height: 10 })).toBe(0.5)
  })
})
