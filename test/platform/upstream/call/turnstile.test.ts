import { setMaxListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createTurnstile, type Errand } from '../../../../src/platform/upstream/call/turnstile.ts'
import { TooManyWaiting } from '../../../../src/platform/upstream/types.ts'
import { memoryUpstreamStore } from '../../../support/upstream-store.ts'
import { gate, json, serve } from '../../../support/web-server.ts'
import { background, failure, open, person, request } from '../service.ts'

/** A turnstile whose slots are given by hand. */
function start(concurrency = 1) {
  const slots: ReturnType<typeof gate>[] = []
  const order: string[] = []
  const failed: unknown[] = []
  let trouble: Error | undefined
  const turnstile = createTurnstile({
    concurrency,
    admit: async () => {
      if (trouble) throw trouble
    },
    slot: async () => {
      const slot = gate()
      slots.push(slot)
      await slot.passed
      return 0
    },
    held: () => 0,
    tooLong: () => new Error('too long'),
    crowded: (waiting) => new Error(`${waiting} wait`),
    sleep: async () => undefined,
    closing: new AbortController().signal,
  })
  const enter = (
    name: string,
    priority: Errand['priority'],
    signal = new AbortController().signal,
    attempt = 0,
    who?: string,
  ) => {
    const whom = new Set(who === undefined ? [] : [who])
    const errand: Errand = { priority, whom, attempt, renewed: false, probe: false, signal }
    const entered = turnstile.enter(errand)
    entered.then(
      () => order.push(name),
      (error) => failed.push(error),
    )
    return { errand, entered }
  }
  /** Lets one through when the turnstile has asked for a slot. */
  const give = async (nth: number) => {
    await expect.poll(() => slots.length, { interval: 1 }).toBe(nth)
    slots[nth - 1]!.open()
  }
  return { turnstile, enter, give, slots, order, failed, break: (error: Error) => (trouble = error) }
}

describe('the turnstile', () => {
  it('gives the slot to whoever is first in line when it comes', async () => {
    const { enter, give, order } = start(5)
    const first = enter('job 1', 'background')
    const all = [first, enter('job 2', 'background'), enter('job 2 again', 'background', undefined, 1)]
    all.push(enter('a person', 'person'), enter('another', 'person'))
    for (const nth of [1, 2, 3, 4, 5]) await give(nth)
    await Promise.all(all.map(({ entered }) => entered))
    expect(order).toEqual(['a person', 'another', 'job 2 again', 'job 1', 'job 2'])
  })

  it('takes no slot while all places are taken', async () => {
    const { enter, give, order, slots } = start(1)
    const one = enter('one', 'person')
    const two = enter('two', 'person')
    await give(1)
    const leave = await one.entered
    expect(slots.length).toBe(1)
    leave()
    leave()
    await give(2)
    await two.entered
    const three = enter('three', 'person')
    expect([slots.length, order]).toEqual([2, ['one', 'two']])
    ;(await two.entered)()
    await give(3)
    await three.entered
  })

  it('loses at most one slot to those who leave the line', async () => {
    const { enter, give, failed, slots } = start(1)
    const leaving = new AbortController()
    const gone = ['a', 'b', 'c'].map((name) => enter(name, 'background', leaving.signal).entered)
    leaving.abort('gone')
    await Promise.allSettled(gone)
    expect(failed).toEqual(['gone', 'gone', 'gone'])
    const staying = enter('d', 'background')
    await give(1)
    await staying.entered
    expect(slots.length).toBe(1)
  })

  it('lets a call that a person waits for go first', async () => {
    const { turnstile, enter, give, order } = start(3)
    const all = [enter('one', 'background'), enter('two', 'background'), enter('three', 'background')]
    turnstile.join(all[2]!.errand, { priority: 'person' })
    for (const nth of [1, 2, 3]) await give(nth)
    await Promise.all(all.map(({ entered }) => entered))
    expect(order).toEqual(['three', 'one', 'two'])
  })

  it('takes persons by turns, and the others of each in the order in which they came', async () => {
    const { enter, give, order } = start(9)
    const of = (who: string, nth: number) => enter(`${who}${nth}`, 'person', undefined, 0, who)
    const all = [of('a', 1), of('a', 2), of('a', 3), of('a', 4), of('b', 1), of('b', 2), of('c', 1)]
    for (let nth = 1; nth <= all.length; nth++) await give(nth)
    await Promise.all(all.map(({ entered }) => entered))
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  })

  it('takes a call that several wait for at the first of their turns', async () => {
    const { turnstile, enter, give, order } = start(9)
    const of = (who: string, nth: number) => enter(`${who}${nth}`, 'person', undefined, 0, who)
    const all = [of('a', 1), of('a', 2), of('a', 3), of('b', 1)]
    turnstile.join(all[2]!.errand, { priority: 'person', who: 'c' })
    turnstile.join(all[1]!.errand, { priority: 'background' })
    for (let nth = 1; nth <= all.length; nth++) await give(nth)
    await Promise.all(all.map(({ entered }) => entered))
    expect(order).toEqual(['a1', 'b1', 'a3', 'a2'])
  })

  it('takes no more than twenty of one, and as many of everybody else', async () => {
    const { turnstile, enter, failed } = start(1)
    const leaving = new AbortController()
    setMaxListeners(50, leaving.signal)
    const of = (who: string, attempt = 0) => enter(who, 'person', leaving.signal, attempt, who)
    const waiting = Array.from({ length: 20 }, () => of('a'))
    await expect(of('a').entered).rejects.toThrow('20 wait')
    const shared = { ...waiting[0]!.errand, whom: new Set(['a', 'd']) }
    const others = [of('b'), of('a', 1), enter('a run', 'soon', leaving.signal), { entered: turnstile.enter(shared) }]
    // Who has left makes room.
    leaving.abort('gone')
    const all = await Promise.allSettled([...waiting, ...others].map(({ entered }) => entered))
    expect(all.filter((one) => one.status === 'rejected' && one.reason === 'gone')).toHaveLength(24)
    expect(failed.filter((one) => one !== 'gone')).toEqual([new Error('20 wait')])
    const next = new AbortController()
    const again = enter('a', 'person', next.signal, 0, 'a')
    next.abort('left in time')
    await expect(again.entered).rejects.toBe('left in time')
  })

  it('fails all who wait when nobody may pass, and works again later', async () => {
    const one = start(1)
    one.break(new Error('blocked'))
    const all = [one.enter('a', 'person'), one.enter('b', 'background')]
    await Promise.allSettled(all.map(({ entered }) => entered))
    expect(one.failed).toEqual([new Error('blocked'), new Error('blocked')])
    expect(one.slots.length).toBe(0)
  })
})

describe('calls of several users', () => {
  it('go by turns, and one that two of them wait for is made once', async () => {
    const first = gate()
    await using server = await serve(async (_, reply, count) => {
      if (count === 1) await first.passed
      json(reply, { n: count })
    })
    await using example = open(server.url, { limits: { concurrency: 1 } })
    const ask = (who: string, n: number) => example.upstream.json({ ...request, query: { n } }, { ...person, who })
    const all = [ask('1', 0)]
    await expect.poll(() => server.seen.length, { interval: 1 }).toBe(1)
    for (let n = 1; n <= 20; n++) all.push(ask('1', n))
    const crowd = await failure(ask('1', 99))
    expect(crowd).toBeInstanceOf(TooManyWaiting)
    expect(crowd).toMatchObject({
      ...{ problem: 'busy', message: '20 of your questions wait for Example already', until: expect.any(Date) },
    })
    all.push(ask('2', 20), ask('2', 50))
    first.open()
    await Promise.all(all)
    const asked = server.seen.map(({ url }) => Number(url.split('n=')[1]))
    expect(asked.slice(0, 5)).toEqual([0, 1, 20, 2, 50])
    expect(asked).toHaveLength(22)
  })
})

describe('calls of a service', () => {
  it('do not wait for a slot that is far away, and do not take more of them', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    const store = memoryUpstreamStore()
    let taken = 0
    const slot = async () => {
      taken += 1
      return 45_000
    }
    await using example = open(server.url, {}, { store: { ...store, slot } })
    const errors = []
    for (let n = 0; n < 3; n++) errors.push(await failure(example.upstream.json(request, person)))
    expect(errors.map(({ problem, message }) => [problem, message])).toEqual(
      errors.map(() => ['busy', 'Example asks us to wait 45 s']),
    )
    expect([taken, server.seen.length, example.waits]).toEqual([1, 0, []])
  })

  it('keep their distance, in all processes, with a burst after a pause', async () => {
    await using server = await serve((_, reply) => json(reply, { n: 1 }))
    await using example = open(server.url, { limits: { everyMs: 1000, burst: 3, concurrency: 1 } })
    for (let n = 0; n < 6; n++) await example.upstream.json({ ...request, query: { n } }, person)
    expect(example.waits.length).toBe(3)
    for (const wait of example.waits) expect(wait).toBeGreaterThan(0)
  })

  it('are no more at a time than it likes', async () => {
    let now = 0
    let most = 0
    const all = gate()
    await using server = await serve(async (_, reply, count) => {
      most = Math.max(most, ++now)
      if (count === 3) all.open()
      if (count <= 3) await all.passed
      now -= 1
      json(reply, { n: 1 })
    })
    await using example = open(server.url, { limits: { concurrency: 3 } })
    const asks = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => example.upstream.json({ ...request, query: { n } }, background))
    expect((await Promise.all(asks)).length).toBe(8)
    expect(most).toBe(3)
  })
})
