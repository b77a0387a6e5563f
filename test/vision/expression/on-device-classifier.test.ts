import { describe, expect, it } from 'vitest'
import { classifyLandmarks } from '../../../src/vision/expression/landmark-classifier.ts'
import { classifyOnDevice } from '../../../src/vision/expression/on-device-classifier.ts'
import { BLENDSHAPE_NAMES } from './blendshape-names.ts'
import { mirror, sampleFaces } from './faces.ts'

const [face] = await sampleFaces()
const still = Object.fromEntries(BLENDSHAPE_NAMES.map((name) => [name, 0.02]))

describe('the on-device classifier', () => {
  it('hears a smile in the blendshapes', () => {
    const smiling = {
      ...still,
      mouthSmileLeft: 0.95,
      mouthSmileRight: 0.95,
      cheekSquintLeft: 0.3,
      cheekSquintRight: 0.3,
    }
    expect(classifyOnDevice(face!, smiling).happy).toBeGreaterThan(classifyOnDevice(face!, still).happy)
  })

  it('reads a mirrored face alike', () => {
    const left = { ...still, browDownLeft: 0.8, mouthLeft: 0.4 }
    const right = { ...still, browDownRight: 0.8, mouthRight: 0.4 }
    const [a, b] = [classifyOnDevice(face!, left), classifyOnDevice(mirror(face!), right)]
    for (const name of Object.keys(a) as (keyof typeof a)[]) expect(a[name]).toBeCloseTo(b[name], 3)
  })

  it('does without _neutral, and bounds what lies outside of 0 to 1', () => {
    const { _neutral, ...others } = still
    expect(_neutral).toBe(0.02)
    expect(classifyOnDevice(face!, others)).toEqual(classifyOnDevice(face!, still))
    expect(classifyOnDevice(face!, { ...still, jawOpen: 40 })).toEqual(
      classifyOnDevice(face!, { ...still, jawOpen: 1 }),
    )
    expect(classifyOnDevice(face!, { ...still, jawOpen: -3 })).toEqual(
      classifyOnDevice(face!, { ...still, jawOpen: 0 }),
    )
  })

  it.each([
    ['none', {}],
    ['half a pair', { ...still, mouthSmileLeft: undefined } as unknown as Record<string, number>],
    ['one that is no number', { ...still, jawOpen: Number.NaN }],
  ])('leaves the answer to the landmarks when blendshapes are missing: %s', (_name, blendshapes) => {
    expect(classifyOnDevice(face!, blendshapes)).toEqual(classifyLandmarks(face!))
  })
})
