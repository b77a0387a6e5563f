import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoff } from '../../../web/features/mood/live/link/backoff.ts'
import { afterClose } from '../../../web/features/mood/live/link/ends.ts'
import { Link, type LinkState } from '../../../web/features/mood/live/link/link.ts'
import type { WireEvents } from '../../../web/features/mood/live/link/open-wire.ts'
import { makeClock } from './clock.ts'

describe('the wait before another try', () => {
  it('doubles, is longer for a full server, and never passes half a minute', () => {
    expect([0, 1, 2, 3, 9].map((attempt) => backoff(attempt, false, 1))).toEqual([1000, 2000, 4000, 8000, 30_000])
    expect([0, 1, 5].map((attempt) => backoff(attempt, true, 1))).toEqual([5000, 10_000, 30_000])
  })

  it('is spread over its upper half', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, busy, random) => {
        const whole = backoff(attempt, busy, 1)
        const wait = backoff(attempt, busy, random)
        expect(wait).toBeGreaterThanOrEqual(Math.floor(whole / 2))
        expect(wait).toBeLessThanOrEqual(whole)
      }),
    )
  })
})

describe('a close', () => {
  it.each([
    [1006, '', null, { again: true, why: 'lost' }],
    [1001, 'the server stops', null, { again: true, why: 'lost' }],
    [1011, '', null, { again: true, why: 'lost' }],
    [1013, 'no room', null, { again: true, why: 'busy' }],
    [1006, '', 'SERVICE_UNAVAILABLE', { again: true, why: 'busy' }],
    [4001, '', null, { again: false, why: 'taken' }],
    [1000, 'no message for too long', null, { again: false, why: 'inactive' }],
    [1009, '', null, { again: false, why: 'tooLarge' }],
    [1008, 'refused', 'INVALID_SESSION', { again: false, why: 'ended' }],
    [1008, 'the session has ended', null, { again: false, why: 'ended' }],
    [1008, 'refused', 'AUTH_REQUIRED', { again: false, why: 'signedOut' }],
    [1008, 'second', 'RATE_LIMIT_EXCEEDED', { again: false, why: 'tooMany' }],
    [1008, 'too many messages', null, { again: false, why: 'tooMany' }],
    [1006, '', 'INVALID_SESSION', { again: false, why: 'ended' }],
  ] as const)('%i "%s" after %s', (code, reason, error, after) => {
    expect(afterClose(code, reason, error)).toEqual(after)
  })
})

function makeRig() {
  const clock = makeClock()
  const wires: { address: string; events: WireEvents; sent: (string | ArrayBuffer)[]; closed: number | null }[] = []
  const world = { wanted: true, online: true, unsent: 0 }
  const states: LinkState[] = []
  const heard: string[] = []
  const link = new Link({
    open: (address, events) => {
      const wire = { address, events, sent: [] as (string | ArrayBuffer)[], closed: null as number | null }
      wires.push(wire)
      return {
        send: (data) => wire.closed === null && wire.sent.push(data) > 0,
        close: (code) => {
          wire.closed = code
        },
        unsent: () => world.unsent,
      }
    },
    address: () => `ws://a/${wires.length}`,
    now: clock.now,
    later: clock.later,
    random: () => 1,
    online: () => world.online,
    wanted: () => world.wanted,
    onState: (state) => states.push(state),
    onMessage: (message) => heard.push(message.type),
  })
  const names = () => states.map(({ is }) => is)
  return { link, clock, wires, world, states, heard, names }
}
const SESSION = '{"type":"session","session_id":"emo_a","recording":false}'

describe('the link', () => {
  it('opens, hears and sends, and says nothing before it is open', () => {
    const { link, wires, heard, names } = makeRig()
    expect(link.send('early')).toBe(false)
    link.connect()
    expect(link.send('still early')).toBe(false)
    wires[0]!.events.open()
    wires[0]!.events.message(SESSION)
    wires[0]!.events.message('nonsense')
    expect(link.send('now')).toBe(true)
    expect(wires[0]!.sent).toEqual(['now'])
    expect(heard).toEqual(['session'])
    expect(names()).toEqual(['connecting', 'open'])
  })

  it('comes back by itself, later each time, and at once after it has worked', () => {
    const { link, clock, wires, states } = makeRig()
    link.connect()
    for (const wait of [1000, 2000, 4000]) {
      wires.at(-1)!.events.closed(1006, '')
      expect(states.at(-1)).toEqual({ is: 'waiting', why: 'lost', until: clock.now() + wait })
      clock.pass(wait - 1)
      expect(states.at(-1)!.is).toBe('waiting')
      clock.pass(1)
      expect(states.at(-1)!.is).toBe('connecting')
    }
    wires.at(-1)!.events.open()
    wires.at(-1)!.events.message(SESSION)
    wires.at(-1)!.events.closed(1006, '')
    expect(states.at(-1)).toMatchObject({ until: clock.now() + 1000 })
  })

  it('does not count a socket that opens and is sent away as one that works', () => {
    const { link, clock, wires, states } = makeRig()
    link.connect()
    for (const wait of [5000, 10_000]) {
      wires.at(-1)!.events.open()
      wires.at(-1)!.events.message('{"type":"error","error":{"code":"SERVICE_UNAVAILABLE"}}')
      wires.at(-1)!.events.closed(1013, '')
      expect(states.at(-1)).toEqual({ is: 'waiting', why: 'busy', until: clock.now() + wait })
      clock.pass(wait)
    }
  })

  it('gives up a server that does not answer, and tries again', () => {
    const { link, clock, wires, states } = makeRig()
    link.connect()
    clock.pass(10_000)
    expect(wires[0]!.closed).toBe(1000)
    expect(states.at(-1)!.is).toBe('waiting')
    wires[0]!.events.open()
    expect(states.at(-1)!.is).toBe('waiting')
  })

  it('stops where another try is pointless, until it is told to go on', () => {
    const { link, clock, wires, states } = makeRig()
    link.connect()
    wires[0]!.events.open()
    wires[0]!.events.closed(4001, '')
    clock.pass(600_000)
    expect(states.at(-1)).toEqual({ is: 'over', why: 'taken' })
    expect(wires).toHaveLength(1)
    link.connect()
    expect(wires).toHaveLength(2)
  })

  it('waits for the network, and dials as soon as it is back', () => {
    const { link, clock, wires, world, states } = makeRig()
    link.connect()
    world.online = false
    wires[0]!.events.closed(1006, '')
    clock.pass(600_000)
    expect(states.at(-1)!.is).toBe('offline')
    link.cameOnline()
    expect(wires).toHaveLength(2)
  })

  it('lets a line go that nobody wants now', () => {
    const { link, clock, wires, world, states } = makeRig()
    link.connect()
    wires[0]!.events.open()
    world.wanted = false
    wires[0]!.events.closed(1000, 'no message for too long')
    expect(states.at(-1)!.is).toBe('off')
    expect(clock.waiting()).toBe(0)
  })

  it('leaves with 1000, no timer and a deaf ear', () => {
    const { link, clock, wires, heard, names } = makeRig()
    link.connect()
    wires[0]!.events.open()
    link.leave()
    wires[0]!.events.message(SESSION)
    wires[0]!.events.closed(1006, '')
    expect(wires[0]!.closed).toBe(1000)
    expect(heard).toEqual([])
    expect(clock.waiting()).toBe(0)
    expect(names()).toEqual(['connecting', 'open', 'off'])
  })

  it('renews: the old socket is closed and only the new one is heard', () => {
    const { link, wires, heard } = makeRig()
    link.connect()
    wires[0]!.events.open()
    link.renew()
    wires[0]!.events.message(SESSION)
    wires[1]!.events.open()
    wires[1]!.events.message(SESSION)
    expect(wires[0]!.closed).toBe(1000)
    expect(wires[1]!.address).toBe('ws://a/1')
    expect(heard).toEqual(['session'])
  })

  it('holds pictures back while the line is full, but not words', () => {
    const { link, wires, world } = makeRig()
    link.connect()
    wires[0]!.events.open()
    world.unsent = 10_000_000
    expect(link.send(new ArrayBuffer(8))).toBe(false)
    expect(link.send('pause')).toBe(true)
  })
})
