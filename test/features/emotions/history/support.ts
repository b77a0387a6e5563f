import { expect } from 'vitest'
import type { Detection } from '../../../../src/features/emotions/sessions/recorder.ts'
import type { TestServer } from '../../../support/app.ts'
import { type Holder, openSession, reading, sendAs } from '../sessions/support.ts'

export const HISTORY = '/api/v1/history/emotions'

/** A session with a reading each second: `feliz triste` is one of each. */
export async function recorded(server: TestServer, words: string, token?: string): Promise<Holder> {
  const holder = await openSession(server, { recording: true }, token)
  for (const [second, name] of words.split(' ').entries())
    server.context.recorder.record(holder, reading(second, name as Detection['detailed']))
  await server.context.recorder.flush()
  return holder
}

export const ask = (server: TestServer, holder: Pick<Holder, 'id' | 'token'>, query = '', rest = '') =>
  sendAs(server, holder, { url: `${HISTORY}${rest}?session_id=${holder.id}${query}` })

export async function told(server: TestServer, holder: Pick<Holder, 'id' | 'token'>, query = '', rest = '') {
  const reply = await ask(server, holder, query, rest)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
