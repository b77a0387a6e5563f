import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFeatures } from '../../../src/vision/features/features.ts'

type Points = Readonly<Record<number, readonly [x: number, y: number]>>

/** A resting face 100 units wide between the outer eye corners, upright around the origin. */
const RESTING: Points = {
  33: [-50, 0],
  133: [-20, 0],
  263: [50, 0],
  362: [20, 0],
  159: [-35, -5],
  145: [-35, 4],
  158: [-30, -5],
  153: [-30, 4],
  386: [35, -5],
  374: [35, 4],
  385: [30, -5],
  380: [30, 4],
  107: [-16, -22],
  105: [-40, -26],
  70: [-58, -16],
  336: [16, -22],
  334: [40, -26],
  300: [58, -16],
  61: [-27, 80],
  291: [27, 80],
  13: [0, 79],
  14: [0, 81],
  0: [0, 71],
  17: [0, 90],
  1: [0, 45],
  98: [-19, 52],
  327: [19, 52],
  10: [0, -60],
  152: [0, 120],
}

type View = { angle?: number; scale?: number; x?: number; y?: number; mirror?: boolean }

function landmarks(points: Points, { angle = 0, scale = 1, x = 0, y = 0, mirror = false }: View = {}): Float32Array {
  const all = new Float32Array(468 * 3)
  for (const [index, [px, py]] of Object.entries(points)) {
    const sx = mirror ? -px : px
    const rx = (sx * Math.cos(angle) - py * Math.sin(angle)) * scale + x
    const ry = (sx * Math.sin(angle) + py * Math.cos(angle)) * scale + y
    all.set([rx, ry, 0], Number(index) * 3)
  }
  return all
}

/** A mirror also swaps which point is called right and which left. */
const PAIRS = [
  [33, 263],
  [133, 362],
  [159, 386],
  [145, 374],
  [158, 385],
  [153, 380],
  [107, 336],
  [105, 334],
  [70, 300],
  [61, 291],
  [98, 327],
] as const

function mirrored(points: Points): Float32Array {
  const swapped: Record<number, readonly [number, number]> = { ...points }
  for (const [right, left] of PAIRS) {
    swapped[right] = points[left]!
    swapped[left] = points[right]!
  }
  return landmarks(swapped, { mirror: true })
}

const read = (changes: Points = {}, view: View = {}) => readFeatures(landmarks({ ...RESTING, ...changes }, view))
const numbers = (features: ReturnType<typeof read>) =>
  Object.values(features).flatMap((part) => Object.values(part) as number[])

describe('features of a resting face', () => {
  const { eyes, eyebrows, mouth, nose } = read()

  it('measures the eyes', () => {
    expect(eyes.rightOpening).toBeCloseTo(9 / 30 / 0.35, 5)
    expect(eyes.leftOpening).toBeCloseTo(eyes.rightOpening, 5)
    expect(eyes.asymmetry).toBeCloseTo(0, 5)
    expect(eyes.averageOpening).toBeCloseTo(eyes.rightOpening, 5)
  })

  it('measures brows, mouth and nose in units of the eye distance', () => {
    expect(eyebrows.rightRaise).toBeCloseTo(0.26 - 0.252, 5)
    expect(eyebrows.angle).toBeCloseTo((Math.atan2(6, 42) * 180) / Math.PI, 4)
    expect(eyebrows.distance).toBeCloseTo(0.32, 5)
    expect(mouth.height).toBeCloseTo(0.02, 5)
    expect(mouth.width).toBeCloseTo(0.54, 5)
    expect(mouth.aspectRatio).toBeCloseTo(2 / 54, 5)
    expect(mouth.smileIntensity).toBe(0)
    expect(mouth.lipCompression).toBeCloseTo(1 - 0.17 / 0.178, 5)
    expect(nose.position).toBeCloseTo(105 / 180, 5)
    expect(nose.orientation).toBeCloseTo(0, 5)
    expect(nose.nostrilFlare).toBeCloseTo(0.38, 5)
  })
})

describe('features move with the face', () => {
  it('closed and crossed lids are 0, wide ones 1', () => {
    const closed = read({ 159: [-35, 0], 145: [-35, 0], 158: [-30, 1], 153: [-30, 0] })
    expect(closed.eyes.rightOpening).toBe(0)
    expect(closed.eyes.asymmetry).toBeCloseTo(closed.eyes.leftOpening, 5)
    expect(read({ 159: [-35, -20], 158: [-30, -20] }).eyes.rightOpening).toBe(1)
  })

  it('a smile raises the intensity and saturates at 1', () => {
    const slight = read({ 61: [-29, 78], 291: [29, 78] }).mouth.smileIntensity
    const broad = read({ 61: [-33, 74], 291: [33, 74] }).mouth.smileIntensity
    expect(slight).toBeGreaterThan(0.1)
    expect(broad).toBeGreaterThan(slight)
    expect(read({ 61: [-45, 60], 291: [45, 60] }).mouth.smileIntensity).toBe(1)
    expect(read({ 61: [-27, 88], 291: [27, 88] }).mouth.smileIntensity).toBe(0)
  })

  it('pressed lips raise the compression, an open mouth does not', () => {
    expect(read({ 0: [0, 77], 17: [0, 83] }).mouth.lipCompression).toBeGreaterThan(0.7)
    const open = read({ 13: [0, 79], 14: [0, 100], 17: [0, 109] }).mouth
    expect(open.lipCompression).toBeLessThan(0.1)
    expect(open.height).toBeCloseTo(0.21, 5)
  })

  it('raised and lowered brows have opposite signs, lowered inner ends a smaller angle', () => {
    expect(read({ 105: [-40, -40] }).eyebrows.rightRaise).toBeGreaterThan(0.1)
    expect(read({ 334: [40, -15] }).eyebrows.leftRaise).toBeLessThan(-0.09)
    expect(read({ 107: [-16, -10], 336: [16, -10] }).eyebrows.angle).toBeLessThan(0)
  })

  it('a turned head moves the tip of the nose to that side', () => {
    expect(read({ 1: [15, 45] }).nose.orientation).toBeCloseTo(0.15, 5)
  })
})

describe('features do not depend on the picture', () => {
  it('place, size and roll change nothing', () => {
    const expected = numbers(read({ 61: [-31, 75], 1: [5, 45] }))
    const angle = fc.double({ min: -1.5, max: 1.5, noNaN: true })
    const scale = fc.double({ min: 0.2, max: 20, noNaN: true })
    const shift = fc.double({ min: -2000, max: 2000, noNaN: true })
    fc.assert(
      fc.property(angle, scale, shift, shift, (turn, size, x, y) => {
        const view = { angle: turn, scale: size, x, y }
        numbers(read({ 61: [-31, 75], 1: [5, 45] }, view)).forEach((value, index) => {
          expect(value).toBeCloseTo(expected[index]!, 1)
        })
      }),
    )
  })

  it('a mirror swaps right and left and turns the nose', () => {
    const points = { ...RESTING, 159: [-35, -1] as const, 105: [-40, -35] as const, 1: [8, 45] as const }
    const plain = readFeatures(landmarks(points))
    const swapped = readFeatures(mirrored(points))
    expect(swapped.eyes.leftOpening).toBeCloseTo(plain.eyes.rightOpening, 5)
    expect(swapped.eyes.rightOpening).toBeCloseTo(plain.eyes.leftOpening, 5)
    expect(swapped.eyebrows.leftRaise).toBeCloseTo(plain.eyebrows.rightRaise, 5)
    expect(swapped.nose.orientation).toBeCloseTo(-plain.nose.orientation, 5)
    expect(swapped.mouth).toEqual(plain.mouth)
  })

  it('stays finite without a face', () => {
    expect(numbers(readFeatures(new Float32Array(468 * 3))).every(Number.isFinite)).toBe(true)
  })
})
