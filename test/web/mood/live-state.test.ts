import { describe, expect, it } from 'vitest'
import { createTopology } from '../../../web/features/mood/face/topology.ts'
import { faceOf } from '../../../web/features/mood/live/stage/overlay.ts'
import { mostOf, secondsOf, withSample } from '../../../web/features/mood/live/state/minute.ts'
import { slowly } from '../../../web/features/mood/live/state/slow.ts'
import { type Facts, statusOf, toneOf } from '../../../web/features/mood/live/state/status.ts'
import { freshness, TRAIL_MS, type TrailPoint, withPlace } from '../../../web/features/mood/live/state/trail.ts'
import type { Issue, LiveFace } from '../../../web/features/mood/live/wire/messages.ts'
import { modeOf } from '../../../web/features/mood/on-device/mode.ts'
import { makeClock } from './clock.ts'

const box = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }
const face = (id: number, x = 0.4): LiveFace => ({
  id,
  primary: id === 1,
  clase_detallada: 'feliz',
  confianza: 0.8,
  box: { ...box, x },
})
const result = (issues: Issue[] = [], faces = [face(1)], detailed: 'feliz' | 'incierto' = 'feliz') => ({
  faces,
  quality: { yaw: 0, issues },
  detection: {
    face_detected: faces.length > 0,
    clase_detallada: faces.length > 0 ? detailed : null,
    corregida: false,
    confianza: 0.8,
    scores: {},
    box: null,
  },
})
const RUNNING: Facts = {
  on: true,
  paused: false,
  hidden: false,
  camera: 'on',
  detector: 'none',
  link: { is: 'open' },
  result: result(),
  calibration: { state: 'none', progress: 0 },
}
const status = (change: Partial<Facts>) => statusOf({ ...RUNNING, ...change })

describe('the status', () => {
  it('is one thing, the one that stops the rest first', () => {
    expect(status({})).toBe('reading')
    expect(status({ on: false, paused: true })).toBe('off')
    expect(status({ hidden: true, camera: 'off' })).toBe('hidden')
    expect(status({ paused: true, camera: 'off', link: { is: 'offline' } })).toBe('paused')
    expect(status({ camera: 'refused', link: { is: 'offline' } })).toBe('cameraRefused')
    expect(status({ camera: 'asking', detector: 'loading' })).toBe('asking')
    expect(status({ camera: 'off', detector: 'absent' })).toBe('modelAbsent')
    expect(status({ camera: 'off', link: { is: 'over', why: 'taken' } })).toBe('taken')
    expect(status({ detector: 'loading', link: { is: 'off' } })).toBe('loadingModel')
  })

  it('tells the first connection from the next ones, and a full server from a lost line', () => {
    expect(status({ link: { is: 'connecting', attempt: 0 } })).toBe('connecting')
    expect(status({ link: { is: 'connecting', attempt: 2 } })).toBe('reconnecting')
    expect(status({ link: { is: 'waiting', why: 'lost', until: 0 } })).toBe('reconnecting')
    expect(status({ link: { is: 'waiting', why: 'busy', until: 0 } })).toBe('serverBusy')
    expect(status({ link: { is: 'offline' } })).toBe('offline')
  })

  it('says what the picture lacks, light before the rest', () => {
    expect(status({ result: null })).toBe('starting')
    expect(status({ result: result([], []) })).toBe('noFace')
    expect(status({ result: result(['too_dark'], []) })).toBe('tooDark')
    expect(status({ result: result(['blurred', 'turned_away', 'too_bright']) })).toBe('tooBright')
    expect(status({ result: result(['blurred', 'cut_off']) })).toBe('cutOff')
    expect(status({ result: result([], [face(1), face(2)]) })).toBe('several')
    expect(status({ result: result([], [face(1)], 'incierto') })).toBe('unsure')
    expect(status({ calibration: { state: 'running', progress: 0.2 }, result: result(['blurred']) })).toBe(
      'calibrating',
    )
  })

  it('has a tone', () => {
    expect((['reading', 'noFace', 'reconnecting', 'cameraBusy', 'taken', 'paused'] as const).map(toneOf)).toEqual([
      'good',
      'hint',
      'wait',
      'stopped',
      'stopped',
      'stopped',
    ])
  })
})

describe('the trail', () => {
  it('grows with the way and not with time', () => {
    const still = [0, 100, 200].reduce<TrailPoint[]>(
      (trail, at) => withPlace(trail, { valence: 0.5, energy: 0.5 }, at),
      [],
    )
    expect(still).toEqual([{ valence: 0.5, energy: 0.5, at: 200 }])
    expect(withPlace(still, { valence: 0.6, energy: 0.5 }, 300)).toHaveLength(2)
  })

  it('fades, is gone in the end, and never grows without bound', () => {
    const old = [{ valence: 0, energy: 0, at: 0 }]
    expect(freshness(old[0]!, 0)).toBe(1)
    expect(freshness(old[0]!, TRAIL_MS / 2)).toBe(0.5)
    expect(withPlace(old, { valence: 1, energy: 1 }, TRAIL_MS)).toHaveLength(1)
    let trail: TrailPoint[] = []
    for (let at = 0; at < 500; at++) trail = withPlace(trail, { valence: at % 2, energy: 0 }, at)
    expect(trail.length).toBeLessThanOrEqual(60)
  })
})

describe('the last minute', () => {
  const at = (second: number, found: 'feliz' | 'triste' | null, confidence = 0.8) => ({
    at: second * 1000 + 500,
    found,
    confidence,
  })

  it('keeps a minute of readings', () => {
    const samples = [0, 30, 61].reduce<ReturnType<typeof at>[]>(
      (all, second) => withSample(all, at(second, 'feliz')) as never,
      [],
    )
    expect(samples.map((sample) => sample.at)).toEqual([30_500, 61_500])
  })

  it('says for each second what was most and how sure, and nothing where nobody was', () => {
    const samples = [at(100, 'feliz', 0.6), at(100, 'feliz', 0.8), at(100, 'triste', 1), at(101, null)]
    const seconds = secondsOf(samples, 101_900)
    expect(seconds).toHaveLength(60)
    expect(seconds.at(-2)).toEqual({ found: 'feliz', confidence: 0.7 })
    expect(seconds.at(-1)).toBeNull()
    expect(seconds[0]).toBeNull()
  })

  it('knows what filled most of it, of the time with a face', () => {
    const seconds = secondsOf([at(10, 'feliz'), at(11, 'feliz'), at(12, 'triste'), at(13, null)], 14_000)
    expect(mostOf(seconds)).toEqual({ found: 'feliz', share: 2 / 3 })
    expect(mostOf([null, null])).toBeNull()
  })
})

describe('a slow value', () => {
  it('shows the first at once, then the newest every so often, and nothing twice', () => {
    const clock = makeClock()
    const shown: string[] = []
    const gate = slowly<string>({ ms: 4000, now: clock.now, later: clock.later, emit: (value) => shown.push(value) })
    for (const value of ['a', 'b', 'c', 'a', 'd']) {
      gate.offer(value)
      clock.pass(100)
    }
    expect(shown).toEqual(['a'])
    clock.pass(4000)
    expect(shown).toEqual(['a', 'd'])
    clock.pass(9000)
    gate.offer('d')
    gate.offer('e')
    expect(shown).toEqual(['a', 'd', 'e'])
  })

  it('is not shown when it has gone back to what is there, nor after the stop', () => {
    const clock = makeClock()
    const shown: string[] = []
    const gate = slowly<string>({ ms: 1000, now: clock.now, later: clock.later, emit: (value) => shown.push(value) })
    gate.offer('a')
    gate.offer('b')
    gate.offer('a')
    clock.pass(5000)
    gate.offer('b')
    gate.offer('c')
    gate.stop()
    clock.pass(5000)
    expect(shown).toEqual(['a', 'b'])
  })
})

describe('several faces', () => {
  it('a mesh takes the colour of the face it lies on', () => {
    const faces = [face(1, 0.1), face(2, 0.7)]
    expect(faceOf({ ...box, x: 0.65 }, faces)?.id).toBe(2)
    expect(faceOf(box, [])).toBeNull()
  })
})

describe('the net', () => {
  const points = (shift: number) =>
    Array.from({ length: 478 }, (_, n): [number, number] => [
      0.5 + 0.3 * Math.sqrt(n / 478) * Math.cos(n * 2.4) + shift,
      0.5 + 0.3 * Math.sqrt(n / 478) * Math.sin(n * 2.4),
    ])

  it('is made once, of the 468 points, and again only for a straighter face', () => {
    const topology = createTopology()
    const turned = topology(points(0), 25)
    expect(turned.length).toBeGreaterThan(1000)
    expect(Math.max(...turned.flat())).toBeLessThan(468)
    expect(topology(points(0.1), 20)).toBe(turned)
    const straight = topology(points(0.1), -3)
    expect(straight).not.toBe(turned)
    expect(topology(points(0), 0)).toBe(straight)
  })

  it('needs a whole face', () => {
    expect(createTopology()([[0.5, 0.5]], 0)).toEqual([])
  })
})

it('pictures stay on the device unless the person says otherwise or the model is missing', () => {
  expect(modeOf(null, true)).toBe('device')
  expect(modeOf(null, false)).toBe('server')
  expect(modeOf('server', true)).toBe('server')
  expect(modeOf('device', false)).toBe('device')
})
