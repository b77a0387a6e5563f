import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UpstreamError } from '../../src/platform/upstream/types.ts'
import type { Ask, PortName, Ports } from '../../src/providers/ports.ts'
import type { Provider } from '../../src/providers/provider.ts'
import type { Fake, FakeRequest, Trouble } from '../fakes/types.ts'

/** A provider in front of its fake, with nothing remembered. */
export type Started = Readonly<{
  provider: Provider
  fake: Fake
  close(): Promise<void>
  /** Requests that carry a question, where others (for a token) come before them. */
  about?(request: FakeRequest): boolean
}>
export type Start = () => Promise<Started>

export type Questions<P extends PortName, T> = Readonly<{
  /** Something that is there. */
  found(port: Ports[P], ask: Ask): Promise<T>
  check(result: NonNullable<T>): void
  /** Something that is not. */
  nothing?(port: Ports[P], ask: Ask): Promise<T>
  empty?: null | readonly []
}>

export const PERSON: Ask = { priority: 'person' }
const FAULTS = ['drop', 'error', 'html', 'truncated'] as const

/** What `ports.ts` promises of every question: an answer, "nothing", or an `UpstreamError`; and that it can be called off. */
export function describePort<P extends PortName, T>(name: string, port: P, start: Start, questions: Questions<P, T>) {
  describe(`${name}: ${port}`, () => {
    let started: Started
    beforeEach(async () => {
      started = await start()
    })
    afterEach(() => started.close())

    const asked = (): Ports[P] => {
      const found = started.provider.ports[port] as Ports[P] | undefined
      if (!found) throw new Error(`${name} has no ${port}`)
      return found
    }
    const trouble = (kind: Trouble['kind']) => {
      started.fake.trouble = [{ kind, when: (request) => started.about?.(request) ?? true }]
    }

    it('answers', async () => {
      const result = await questions.found(asked(), PERSON)
      expect(result).not.toEqual(questions.empty ?? null)
      questions.check(result as NonNullable<T>)
    })

    it.skipIf(!questions.nothing)('says that there is nothing', async () => {
      expect(await questions.nothing?.(asked(), PERSON)).toEqual(questions.empty)
    })

    it.each(FAULTS)('throws UpstreamError when the service fails (%s)', async (kind) => {
      trouble(kind)
      await expect(questions.found(asked(), PERSON)).rejects.toBeInstanceOf(UpstreamError)
      expect(started.fake.requests.length).toBeGreaterThan(0)
    })

    it('stops when it is called off', async () => {
      const control = new AbortController()
      const when = (request: FakeRequest) => {
        if (started.about && !started.about(request)) return false
        control.abort()
        return true
      }
      started.fake.trouble = [{ kind: 'delay', milliseconds: 600_000, when }]
      await expect(questions.found(asked(), { ...PERSON, signal: control.signal })).rejects.toThrow()
    })
  })
}
