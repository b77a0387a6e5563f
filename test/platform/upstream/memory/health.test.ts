import { describe, expect, it } from 'vitest'
import type { Answer, Verdict } from '../../../../src/platform/upstream/types.ts'
import { json, serve } from '../../../support/web-server.ts'
import { failure, open, person, request } from '../service.ts'

const once = { limits: { retries: 0 } }
/** A service that answers with a status until it is told otherwise. */
async function moody(status: number, headers: Record<string, string> = {}) {
  const now = { status }
  const server = await serve((_, reply) => {
    if (now.status !== 200) for (const [name, value] of Object.entries(headers)) reply.setHeader(name, value)
    json(reply, { n: 1 }, now.status)
  })
  return { now, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
type Example = ReturnType<typeof open>
const ask = (example: Example, n = 0, family = 'things') =>
  example.upstream.json({ ...request, family, query: { n, api_key: 'abcdef123456' } }, person)
const told = ({ logged }: Example) =>
  logged.filter(({ level }) => level !== 'debug').map(({ level, text, fields }) => ({ level, text, ...fields }))
const well = { level: 'info', text: 'a service is well again', upstream: 'example' }
const unwell = { level: 'warn', text: 'a service is unwell', upstream: 'example' }

describe('whoever reads the log of the server', () => {
  it('sees once that a service is left alone, however often it is asked, and once that it is well again', async () => {
    await using one = await moody(500)
    await using example = open(one.server.url, once)
    for (let round = 0; round < 4; round++) {
      for (let n = 0; n < 9; n++) await failure(ask(example, n))
      example.advance(60_000)
    }
    const reason = 'Example answered with an error (500)'
    expect(told(example)).toEqual([{ ...unwell, trouble: 'circuit', reason }])
    one.now.status = 200
    for (let n = 0; n < 3; n++) await ask(example, n)
    expect(told(example).slice(1)).toEqual([{ ...well, trouble: 'circuit' }])
  })

  it('sees it again the next time, but not every minute', async () => {
    await using one = await moody(500)
    await using example = open(one.server.url, once)
    for (let round = 0; round < 12; round++) {
      one.now.status = 500
      for (let n = 0; n < 5; n++) await failure(ask(example, n))
      example.advance(60_000)
      one.now.status = 200
      await ask(example)
    }
    expect(told(example).map(({ level }) => level)).toEqual(['warn', 'info', 'warn', 'info'])
  })

  it('sees that a service asked for a long wait, not for a short one', async () => {
    await using one = await moody(429, { 'retry-after': '45' })
    await using example = open(one.server.url, once)
    await failure(ask(example))
    expect(told(example)).toEqual([])
    await using other = await moody(429, { 'retry-after': '7200' })
    await using blocked = open(other.server.url, once)
    for (let n = 0; n < 3; n++) await failure(ask(blocked, n))
    const reason = 'Example asks us to wait 2 h'
    expect(told(blocked)).toEqual([{ ...unwell, trouble: 'blocked', reason }])
    other.now.status = 200
    blocked.advance(7_200_001)
    await ask(blocked)
    expect(told(blocked).slice(1)).toEqual([{ ...well, trouble: 'blocked' }])
  })

  it('sees that our key is refused, by family', async () => {
    await using one = await moody(401)
    await using example = open(one.server.url, once)
    for (let n = 0; n < 3; n++) await failure(ask(example, n))
    one.now.status = 200
    await ask(example, 0, 'others')
    const refused = { trouble: 'refused', family: 'things' }
    expect(told(example)).toEqual([{ ...unwell, ...refused, reason: 'Example does not take our key' }])
    await ask(example, 0)
    expect(told(example).slice(1)).toEqual([{ ...well, ...refused }])
  })

  it('sees no refusal of a token that was renewed', async () => {
    await using one = await moody(401)
    const onRefused = async () => {
      one.now.status = 200
      return true
    }
    await using example = open(one.server.url, { ...once, onRefused })
    await ask(example)
    expect(told(example)).toEqual([])
  })

  it('sees that endpoints are closed to us, without keys', async () => {
    await using one = await moody(403)
    const examine = ({ status }: Answer): Verdict | undefined =>
      status === 403 ? { means: 'unable', reason: 'no contract for abcdef123456' } : undefined
    await using example = open(one.server.url, { ...once, examine })
    for (let n = 0; n < 3; n++) await failure(ask(example, n))
    const closed = { trouble: 'closed', family: 'things' }
    expect(told(example)).toEqual([{ ...unwell, ...closed, reason: 'Example: no contract for ***' }])
    one.now.status = 200
    example.advance(8 * 86_400_000)
    await ask(example)
    expect(told(example).slice(1)).toEqual([{ ...well, ...closed }])
  })
})
