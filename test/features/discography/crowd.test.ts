import { EventEmitter } from 'node:events'
import type { FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import { askEvery, askFirst, unanswered } from '../../../src/features/discography/ask.ts'
import { asked } from '../../../src/features/discography/request.ts'
import { TooManyWaiting, UpstreamError } from '../../../src/platform/upstream/types.ts'

const viewer = { id: 7, name: 'Ada', email: 'ada@example.org', role: 'user', sessionId: '' }
const requestOf = (socket: EventEmitter) => ({ raw: { socket }, viewer }) as unknown as FastifyRequest

describe('a question of a user', () => {
  it('says whose it is, and ends when they leave, with one listener a connection', () => {
    const socket = new EventEmitter()
    const asks = Array.from({ length: 30 }, () => asked(requestOf(socket)))
    expect(asks[29]).toMatchObject({ priority: 'person', who: '7' })
    expect(socket.listenerCount('close')).toBe(1)
    socket.emit('close')
    expect(asks.every(({ signal }) => signal?.aborted)).toBe(true)
    // It is no fault of the server: those are told in its log.
    expect(asks[0]?.signal?.reason).toMatchObject({ status: 499 })
    expect(asked(requestOf(new EventEmitter())).signal?.aborted).toBe(false)
  })
})

describe('a service at which too many questions of one user wait', () => {
  const crowded = {
    ...{ name: 'a', title: 'A' },
    port: () => Promise.reject(new TooManyWaiting('a', 'too many', new Date(Date.now() + 20_000))),
  }
  const broken = { name: 'b', title: 'B', port: () => Promise.reject(new UpstreamError('b', 'failed', 'broken')) }
  const fine = { name: 'c', title: 'C', port: () => Promise.resolve('an answer') }
  const ask = { priority: 'person' } as const

  it('is passed over where another one answers', async () => {
    expect((await askFirst([crowded, fine], ask, (port) => port())).found?.value).toBe('an answer')
    expect((await askEvery([crowded, fine], ask, (port) => port())).answers).toHaveLength(1)
  })

  it('is why the user gets 429, with a time; other reasons are 503', async () => {
    const both = await askFirst([crowded, broken], ask, (port) => port() as Promise<string>)
    const error = unanswered(both.unavailable)
    expect([error.status, error.code, error.extras.retry_after]).toEqual([429, 'RATE_LIMIT_EXCEEDED', 20])
    expect(error.toBody('en').error.details).toBe('A: too many · B: broken')
    const other = await askFirst([broken], ask, (port) => port() as Promise<string>)
    expect(unanswered(other.unavailable).status).toBe(503)
    expect(unanswered([]).status).toBe(503)
  })
})
