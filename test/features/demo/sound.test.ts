import { describe, expect, it } from 'vitest'
import { compose } from '../../../src/features/demo/compose/compose.ts'
import { STYLES, type StyleName } from '../../../src/features/demo/compose/styles/styles.ts'
import { integratedLoudness, loudnessBlocks } from '../../../src/features/demo/loudness/loudness.ts'
import { renderScore } from '../../../src/features/demo/synth/render.ts'

const RATE = 16000
const play = (style: StyleName) =>
  renderScore(
    compose({
      style: { ...STYLES[style], form: [['A', 1]], tail: 1, fadeOut: 0.8 },
      key: { tonic: 'D', mode: 'minor' },
      bpm: 120,
      a: [1, 6],
      b: [4, 5],
      seconds: 5,
      seed: 3,
    }),
    RATE,
  )

describe('a rendered piece', () => {
  it.each(Object.keys(STYLES) as StyleName[])('of %s is clean and as loud as its style', (style) => {
    const { left, right } = play(style)
    for (const channel of [left, right]) {
      expect(channel.every((value) => Math.abs(value) <= 0.76)).toBe(true)
      expect(Math.abs(channel.reduce((a, b) => a + b, 0) / channel.length)).toBeLessThan(0.002)
      expect([channel[0], channel.at(-1)].map((value) => Math.abs(value!))).toEqual([0, 0])
    }
    expect(left.some((value, i) => value !== right[i])).toBe(true)
    const loudness = integratedLoudness(loudnessBlocks([left, right], RATE))
    expect(Math.abs(loudness - STYLES[style].loudness)).toBeLessThan(2)
  })

  it('is the same every time', () => {
    expect(play('lofi')).toEqual(play('lofi'))
  })
})
