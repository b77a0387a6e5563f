import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectionRegion, meshRegion, roll, toFrame, wholePicture } from '../../../src/vision/face/region.ts'

const around = (value: number) => ({ min: -value, max: value, noNaN: true })

/** Four points of a face: the outer eye corners, a top and a bottom, turned by an angle around (50, 40). */
function face(angle: number) {
  const points = new Float32Array(468 * 3)
  const put = (index: number, x: number, y: number) =>
    points.set(
      [50 + x * Math.cos(angle) - y * Math.sin(angle), 40 + x * Math.sin(angle) + y * Math.cos(angle), 0],
      index * 3,
    )
  for (let index = 0; index < 468; index++) put(index, 0, 0)
  put(33, -20, 0)
  put(263, 20, 0)
  put(10, 0, -30)
  put(152, 0, 30)
  return points
}

describe('regions', () => {
  it('puts a picture into the middle of a square', () => {
    expect(wholePicture(640, 480)).toEqual({ centerX: 320, centerY: 240, side: 640, angle: 0 })
    expect(toFrame(wholePicture(640, 480), 256, 0, 32)).toEqual([0, 0])
  })

  it('maps the centre and the turned axes', () => {
    const region = { centerX: 10, centerY: 20, side: 8, angle: Math.PI / 2 }
    expect(toFrame(region, 4, 2, 2)).toEqual([10, 20])
    const [x, y] = toFrame(region, 4, 3, 2)
    expect(x).toBeCloseTo(10)
    expect(y).toBeCloseTo(22)
  })

  it('makes the eye line of a detection horizontal and looks half as far again as the box', () => {
    const detection = {
      score: 1,
      centerX: 128,
      centerY: 128,
      width: 40,
      height: 60,
      rightEye: [100, 100],
      leftEye: [110, 110],
    } as const
    const region = detectionRegion(detection, wholePicture(512, 512), 256)
    expect(region).toMatchObject({ centerX: 256, centerY: 256, side: 180 })
    expect(region.angle).toBeCloseTo(Math.PI / 4)
  })

  it('follows a face at any roll', () => {
    fc.assert(
      fc.property(fc.double(around(3)), (angle) => {
        expect(roll(face(angle))).toBeCloseTo(angle, 4)
        const region = meshRegion(face(angle), 1.5)
        expect(region.centerX).toBeCloseTo(50, 3)
        expect(region.centerY).toBeCloseTo(40, 3)
        expect(region.side).toBeCloseTo(90, 3)
      }),
    )
  })
})
