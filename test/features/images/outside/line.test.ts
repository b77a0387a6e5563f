import { describe, expect, it } from 'vitest'
import { createLine } from '../../../../src/features/images/outside/line.ts'
import { gate } from '../../../support/web-server.ts'

const LIMITS = { atOnce: 2, atOnceEach: 1, mostEach: 3, mostAll: 5 }

/** A line whose work begins in `begun` and ends when it is told to. */
function start(limits: Partial<typeof LIMITS> = {}) {
  const line = createLine({ ...LIMITS, ...limits })
  const begun: string[] = []
  const dropped: string[] = []
  const gates = new Map<string, ReturnType<typeof gate>>()
  const ask = (who: string, key: string, signal?: AbortSignal) =>
    line(key, { who, signal }, async (stop) => {
      begun.push(key)
      stop.addEventListener('abort', () => dropped.push(key))
      const own = gate()
      gates.set(key, own)
      await Promise.race([own.passed, new Promise((_, leave) => stop.addEventListener('abort', leave))])
      stop.throwIfAborted()
      return `${key}!`
    })
  const end = async (key: string) => {
    await expect.poll(() => gates.has(key), { interval: 1 }).toBe(true)
    gates.get(key)!.open()
  }
  return { ask, begun, dropped, end }
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error) => [error.status, error.code, error.extras.retry_after],
  )

describe('a line of slow work', () => {
  it('gives everybody turns, however much one of them brought', async () => {
    const { ask, begun, end } = start({ atOnce: 1 })
    const all = ['a1', 'a2', 'a3', 'a4'].map((key) => ask('a', key))
    all.push(ask('b', 'b1'), ask('c', 'c1'))
    for (const key of ['a1', 'a2', 'b1', 'c1', 'a3', 'a4']) await end(key)
    expect(await Promise.all(all)).toEqual(['a1!', 'a2!', 'a3!', 'a4!', 'b1!', 'c1!'])
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4'])
  })

  it('leaves places to others, even while nobody else is there', async () => {
    const { ask, begun, end } = start()
    const all = [ask('a', 'a1'), ask('a', 'a2')]
    expect(begun).toEqual(['a1'])
    all.push(ask('b', 'b1'))
    expect(begun).toEqual(['a1', 'b1'])
    for (const key of ['a1', 'a2', 'b1']) await end(key)
    await Promise.all(all)
  })

  it('takes a bounded number of one, and of all', async () => {
    const { ask } = start()
    const gone = new AbortController()
    const all = ['a1', 'a2', 'a3', 'a4'].map((key) => ask('a', key, gone.signal))
    expect(await code(ask('a', 'a5'))).toEqual([429, 'RATE_LIMIT_EXCEEDED', 5])
    all.push(...['b1', 'b2', 'b3'].map((key) => ask('b', key, gone.signal)))
    expect(await code(ask('c', 'c1'))).toEqual([503, 'SERVICE_UNAVAILABLE', 5])
    // What waits already may be waited for by anybody.
    all.push(ask('c', 'a4', gone.signal))
    gone.abort(new Error('gone'))
    expect((await Promise.allSettled(all)).every(({ status }) => status === 'rejected')).toBe(true)
    const { ask: fresh, end } = start()
    const after = fresh('a', 'a1')
    await end('a1')
    expect(await after).toBe('a1!')
  })

  it('drops what nobody waits for, begun or not, and makes room at once', async () => {
    const { ask, begun, dropped, end } = start({ atOnce: 1 })
    const gone = new AbortController()
    const all = ['a1', 'a2', 'a3'].map((key) => ask('a', key, gone.signal))
    const other = ask('b', 'b1')
    gone.abort(new Error('gone'))
    await Promise.allSettled(all)
    await end('b1')
    expect(await other).toBe('b1!')
    expect([begun, dropped]).toEqual([['a1', 'b1'], ['a1']])
  })

  it('does the same work once, for as long as anybody waits for it', async () => {
    const { ask, begun, dropped, end } = start()
    const gone = new AbortController()
    const first = ask('a', 'same', gone.signal)
    const second = ask('b', 'same')
    gone.abort(new Error('gone'))
    await expect(first).rejects.toThrow('gone')
    await end('same')
    expect([await second, begun, dropped]).toEqual(['same!', ['same'], []])
    const again = ask('a', 'same')
    expect(begun).toEqual(['same', 'same'])
    await end('same')
    await again
  })

  it('does waiting work at the first turn of those who want it', async () => {
    const { ask, begun, end } = start({ atOnce: 1 })
    const all = ['a1', 'a2', 'a3'].map((key) => ask('a', key))
    all.push(ask('b', 'a3'))
    for (const key of ['a1', 'a2', 'a3']) await end(key)
    await Promise.all(all)
    expect(begun).toEqual(['a1', 'a2', 'a3'])
    const more = ['c1', 'c2', 'c3', 'c4'].map((key) => ask('c', key))
    more.push(ask('b', 'c4'))
    for (const key of ['c1', 'c2', 'c4', 'c3']) await end(key)
    await Promise.all(more)
    expect(begun.slice(3)).toEqual(['c1', 'c2', 'c4', 'c3'])
  })

  it('goes on after work that failed', async () => {
    const line = createLine({ ...LIMITS, atOnce: 1 })
    const failing = line('a', { who: 'a' }, () => Promise.reject(new Error('no')))
    const fine = line('b', { who: 'a' }, async () => 1)
    await expect(failing).rejects.toThrow('no')
    expect(await fine).toBe(1)
  })
})
