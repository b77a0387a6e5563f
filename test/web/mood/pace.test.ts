import { describe, expect, it } from 'vitest'
import { Pacer } from '../../../web/features/mood/live/frames/pacer.ts'
import { Pump } from '../../../web/features/mood/live/frames/pump.ts'
import { makeClock } from './clock.ts'

describe('the pace of frames', () => {
  it('keeps the chosen rate while answers come at once', () => {
    const pacer = new Pacer(10)
    expect(pacer.wait(0)).toBe(0)
    pacer.sent(1, 0)
    pacer.answered(1)
    expect(pacer.wait(20)).toBe(80)
    expect(pacer.wait(100)).toBe(0)
    pacer.fps = 2
    expect(pacer.wait(100)).toBe(400)
  })

  it('waits for the answer, but not longer than a second', () => {
    const pacer = new Pacer(10)
    pacer.sent(1, 0)
    expect(pacer.wait(200)).toBe(800)
    expect(pacer.wait(1000)).toBe(0)
  })

  it('never has more than two out, until what is lost is given up', () => {
    const pacer = new Pacer(10)
    pacer.sent(1, 0)
    pacer.sent(2, 1000)
    expect(pacer.wait(2500)).toBe(2500)
    expect(pacer.wait(5000)).toBe(0)
  })

  it('takes a newer answer for all before it, and an older one for itself', () => {
    const pacer = new Pacer(10)
    pacer.sent(1, 0)
    pacer.sent(2, 1000)
    pacer.answered(2)
    expect(pacer.wait(1100)).toBe(0)
    pacer.sent(3, 1100)
    pacer.answered(2)
    expect(pacer.wait(1300)).toBeGreaterThan(0)
  })

  it('forgets what was out with its socket', () => {
    const pacer = new Pacer(10)
    pacer.sent(1, 0)
    pacer.clear()
    expect(pacer.wait(100)).toBe(0)
  })
})

/** Lets the promises of a take settle. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

function makePump(take: (number: number) => Promise<boolean>) {
  const clock = makeClock()
  const errors: unknown[] = []
  const pump = new Pump({ fps: 10, now: clock.now, later: clock.later, take, onError: (error) => errors.push(error) })
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 10) {
      clock.pass(10)
      await settle()
    }
  }
  return { pump, clock, errors, pass }
}

describe('the pump', () => {
  it('takes the next frame when the one before it was answered', async () => {
    const taken: number[] = []
    const { pump, pass } = makePump(async (number) => taken.push(number) > 0)
    pump.start()
    await pass(500)
    expect(taken).toEqual([1])
    pump.answered(1)
    await pass(50)
    expect(taken).toEqual([1, 2])
  })

  it('asks a video without a picture again and counts no frame for it', async () => {
    const asked: number[] = []
    let ready = false
    const { pump, pass } = makePump(async (number) => {
      asked.push(number)
      return ready
    })
    pump.start()
    await pass(300)
    expect(new Set(asked)).toEqual(new Set([1]))
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.length).toBeLessThan(6)
    ready = true
    await pass(200)
    expect(asked.filter((number) => number > 1)).toEqual([])
  })

  it('takes nothing while a take is under way, and nothing after the stop', async () => {
    let finish: (taken: boolean) => void = () => undefined
    let takes = 0
    const { pump, clock, pass } = makePump(() => {
      takes += 1
      return new Promise((resolve) => {
        finish = resolve
      })
    })
    pump.start()
    await pass(3000)
    expect(takes).toBe(1)
    pump.stop()
    finish(true)
    await pass(3000)
    expect(takes).toBe(1)
    expect(clock.waiting()).toBe(0)
  })

  it('tells a failure and goes on', async () => {
    let broken = true
    const { pump, errors, pass } = makePump(async () => {
      if (broken) throw new Error('no picture')
      return true
    })
    pump.start()
    await pass(20)
    expect(errors).toHaveLength(1)
    broken = false
    await pass(200)
    expect(errors).toHaveLength(1)
  })
})
