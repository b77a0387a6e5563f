import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalibration } from '../../../../src/features/emotions/live/people/calibration.ts'
import { createCorrection } from '../../../../src/features/emotions/live/people/correction.ts'
import { createEvidence } from '../../../../src/features/emotions/live/people/evidence.ts'
import { moodOf } from '../../../../src/features/emotions/live/people/mood.ts'
import { createPeople, type Sighting } from '../../../../src/features/emotions/live/people/people.ts'
import { map, strongest } from '../../../../src/features/emotions/live/people/weights.ts'
import { EXPRESSIONS, type Expression } from '../../../../src/vision/reading.ts'

type Name = (typeof EXPRESSIONS)[number]

/** `share` for one expression, the rest evenly for the others. */
const mostly = (name: Name, share = 0.9): Expression =>
  map((other) => (other === name ? share : (1 - share) / (EXPRESSIONS.length - 1)))
/** Two that share what there is. */
const between = (a: Name, b: Name, share: number): Expression =>
  map((name) => (name === a ? share : name === b ? 0.98 - share : 0.02 / 5))

function clock(startMs = 1000) {
  let time = startMs
  const pass = (ms: number) => {
    time += ms
  }
  return { now: () => time, pass }
}

describe('evidence over time', () => {
  it('believes the first reading at once', () => {
    const { winner, shares, uncertain } = createEvidence(() => 0).see(mostly('happy'))
    expect([winner, shares.happy, uncertain]).toEqual(['happy', 0.9, false])
  })

  it('does not follow one odd frame', () => {
    const { now, pass } = clock()
    const evidence = createEvidence(now)
    for (let count = 0; count < 10; count++) {
      evidence.see(mostly('happy'))
      pass(100)
    }
    expect(evidence.see(mostly('angry')).winner).toBe('happy')
  })

  it.each([2, 10, 30])('follows a real change within a second and a half, at %i frames a second', (fps) => {
    const { now, pass } = clock()
    const evidence = createEvidence(now)
    for (let count = 0; count < 3 * fps; count++) {
      evidence.see(mostly('happy'))
      pass(1000 / fps)
    }
    const changed = now()
    while (evidence.see(mostly('sad')).winner !== 'sad') pass(1000 / fps)
    expect(now() - changed).toBeLessThanOrEqual(1500)
  })

  it('does not flicker between two classes of about the same weight', () => {
    const { now, pass } = clock()
    const evidence = createEvidence(now)
    let changes = 0
    let last: string | null = null
    for (let count = 0; count < 200; count++) {
      const { winner } = evidence.see(between('happy', 'neutral', count % 2 ? 0.52 : 0.46))
      if (last !== null && winner !== last) changes++
      last = winner
      pass(100)
    }
    expect(changes).toBe(0)
  })

  it('holds a class for its least time even when the face flips to and fro', () => {
    const { now, pass } = clock()
    const evidence = createEvidence(now)
    let since = now()
    let last: string | null = null
    for (let count = 0; count < 300; count++) {
      const { winner } = evidence.see(mostly(Math.floor(count / 5) % 2 ? 'happy' : 'sad', 0.8))
      if (last !== null && winner !== last) {
        expect(now() - since).toBeGreaterThanOrEqual(800)
        since = now()
      }
      last = winner
      pass(100)
    }
  })

  it('lets old evidence expire', () => {
    const { now, pass } = clock()
    const evidence = createEvidence(now)
    evidence.see(mostly('happy'))
    pass(1999)
    expect(evidence.belief()?.winner).toBe('happy')
    pass(2)
    expect(evidence.belief()).toBeNull()
    expect(evidence.see(mostly('sad'))).toMatchObject({ winner: 'sad', shares: mostly('sad') })
  })

  it('moves less for a face that is seen badly', () => {
    const { now, pass } = clock()
    const [good, bad] = [createEvidence(now), createEvidence(now)]
    for (const evidence of [good, bad]) evidence.see(mostly('happy'))
    pass(300)
    expect(good.see(mostly('sad')).shares.sad).toBeGreaterThan(bad.see(mostly('sad'), 0.4).shares.sad)
  })

  it('is never surer than its evidence: shares sum to 1 and the confidence is one of them', () => {
    const reading = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
    const step = fc.record({ reading, gap: fc.nat({ max: 3000 }), trust: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const { now, pass } = clock()
        const evidence = createEvidence(now)
        for (const { reading: values, gap, trust } of steps) {
          const sum = values.reduce((a, b) => a + b)
          const { shares, winner } = evidence.see(
            map((name) => values[EXPRESSIONS.indexOf(name)]! / sum),
            trust,
          )
          expect(Object.values(shares).reduce((a, b) => a + b)).toBeCloseTo(1, 6)
          expect(shares[winner]).toBeLessThanOrEqual(shares[strongest(shares)])
          pass(gap)
        }
      }),
    )
  })

  it('says so when nothing is convincing, and stays with it near the limit', () => {
    const { now, pass } = clock()
    const evidence = createEvidence(now)
    expect(evidence.see(map(() => 1 / 7)).uncertain).toBe(true)
    for (let count = 0; count < 30; count++) {
      pass(200)
      evidence.see(mostly('happy'))
    }
    expect(evidence.belief()?.uncertain).toBe(false)
  })
})

describe('calibration', () => {
  const resting = between('sad', 'neutral', 0.6)

  function calibrated() {
    const { now, pass } = clock()
    const calibration = createCalibration(now)
    calibration.start()
    for (;;) {
      pass(250)
      const end = calibration.sample(resting)
      if (end) return { calibration, end }
    }
  }

  it('makes a resting face that is read as sad a neutral one', () => {
    const { calibration, end } = calibrated()
    expect(end).toEqual({ state: 'done', samples: 12 })
    expect(strongest(resting)).toBe('sad')
    expect(strongest(calibration.apply(resting))).toBe('neutral')
    expect(calibration.state()).toEqual({ state: 'done', progress: 1 })
  })

  it('leaves what the face really shows', () => {
    const { calibration } = calibrated()
    expect(strongest(calibration.apply(mostly('happy', 0.95)))).toBe('happy')
    expect(strongest(calibration.apply(mostly('sad', 0.97)))).toBe('sad')
  })

  it('fails without a face, and with too few readings, and changes nothing then', () => {
    const { now, pass } = clock()
    const calibration = createCalibration(now)
    calibration.start()
    pass(5000)
    expect(calibration.sample(null)).toBeNull()
    pass(5000)
    expect(calibration.sample(null)).toEqual({ state: 'failed', samples: 0, reason: 'no_face' })
    expect(calibration.apply(resting)).toBe(resting)
    calibration.start()
    calibration.sample(resting)
    expect(calibration.state().state).toBe('running')
    pass(10_000)
    expect(calibration.sample(null)).toEqual({ state: 'failed', samples: 1, reason: 'too_few' })
    expect(calibration.state()).toEqual({ state: 'none', progress: 0 })
  })

  it('is forgotten on request', () => {
    const { calibration } = calibrated()
    calibration.forget()
    expect(calibration.apply(resting)).toBe(resting)
  })
})

describe('a correction', () => {
  it('holds for a minute', () => {
    const { now, pass } = clock()
    const correction = createCorrection(now)
    expect(correction.said()).toBeNull()
    correction.learn('amor', mostly('happy'))
    pass(59_999)
    expect(correction.said()).toBe('amor')
    pass(1)
    expect(correction.said()).toBeNull()
  })

  it('teaches: the same face is read right afterwards, others as before', () => {
    const correction = createCorrection(() => 0)
    const face = between('sad', 'neutral', 0.7)
    correction.learn('neutral', face)
    expect(strongest(correction.apply(face))).toBe('neutral')
    expect(strongest(correction.apply(mostly('happy')))).toBe('happy')
  })

  it('teaches nothing about love, nor when it only agrees', () => {
    const correction = createCorrection(() => 0)
    const face = mostly('happy', 0.8)
    for (const said of ['amor', 'feliz'] as const) {
      correction.learn(said, face)
      for (const name of EXPRESSIONS) expect(correction.apply(face)[name]).toBeCloseTo(face[name], 6)
    }
  })

  it('cannot be driven without end', () => {
    const correction = createCorrection(() => 0)
    for (let count = 0; count < 100; count++) correction.learn('miedo', mostly('happy', 0.99))
    expect(correction.apply(mostly('happy', 0.999)).happy).toBeGreaterThan(0.3)
  })
})

describe('people before one camera', () => {
  const face = (id: number, size: number, expression = mostly('happy')): Sighting => ({
    ...{ id, expression, trust: 1 },
    box: { x: 0, y: 0, width: size, height: size },
  })

  it('has the largest face as primary, and stays with it while another is not much larger', () => {
    const people = createPeople(() => 0)
    const primaryOf = (faces: Sighting[]) => people.see(faces).people.find(({ primary }) => primary)?.id
    expect(primaryOf([face(1, 100), face(2, 90)])).toBe(1)
    expect(primaryOf([face(1, 95), face(2, 100)])).toBe(1)
    expect(primaryOf([face(1, 90), face(2, 120)])).toBe(2)
    expect(primaryOf([face(1, 90)])).toBe(1)
    expect(primaryOf([])).toBeUndefined()
  })

  it('keeps the evidence about each apart', () => {
    const people = createPeople(() => 0)
    const { people: seen } = people.see([face(1, 100, mostly('happy')), face(2, 90, mostly('sad'))])
    expect(seen.map(({ id, belief }) => [id, belief.winner])).toEqual([
      [1, 'happy'],
      [2, 'sad'],
    ])
  })

  it('corrects only the primary one', () => {
    const { now, pass } = clock()
    const people = createPeople(now)
    const both = [face(1, 100, between('sad', 'neutral', 0.7)), face(2, 90, between('sad', 'neutral', 0.7))]
    people.see(both)
    people.correct('neutral')
    expect(people.said()).toBe('neutral')
    pass(3000)
    expect(people.see(both).people.map(({ belief }) => belief.winner)).toEqual(['neutral', 'sad'])
    people.reset()
    expect(people.said()).toBeNull()
  })
})

describe('the mood plane', () => {
  it('has each expression in its quarter', () => {
    const at = (name: Name) => moodOf(mostly(name, 1))
    expect(at('happy').valence).toBeGreaterThan(0.5)
    expect(at('happy').energy).toBeGreaterThan(0.5)
    expect(at('sad').valence).toBeLessThan(0.5)
    expect(at('sad').energy).toBeLessThan(0.5)
    expect(at('angry').energy).toBeGreaterThan(at('sad').energy)
    expect(moodOf(map(() => 1 / 7)).valence).toBeCloseTo(0.39, 1)
  })
})
