import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/db/client.ts'
import { users } from '../../../src/db/schema/auth.ts'
import { describeError, redact } from '../../../src/platform/lib/logger.ts'
import { createTestDatabase } from '../../support/database.ts'

let source: Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
beforeAll(async () => {
  source = await createTestDatabase()
  database = openDatabase(source.url, () => undefined)
})
afterAll(async () => {
  await database.close()
  await source.drop()
})

/** What a logger with the options of the server writes. */
function logged(fields: object): string {
  let text = ''
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  pino({ ...redact }, sink).error(fields, 'failed')
  return text
}

it('keeps the values of a failed query out of the log, and says what failed', async () => {
  const values = {
    name: 'Ada',
    username: 'ada',
    email: 'ada@example.org',
    passwordHash: '$argon2id$v=19$secret\n    at line (two)',
  }
  await database.db.insert(users).values(values)
  const error = await database.db
    .insert(users)
    .values(values)
    .then(Object, (reason: unknown) => reason)
  // The error itself has them: otherwise this test could not fail.
  expect(JSON.stringify(error)).toContain('ada@example.org')
  for (const err of [error, new Error('outer', { cause: error }), new AggregateError([error], 'several')]) {
    const line = logged({ err })
    expect(line).not.toMatch(/ada@example|argon2|at line/)
    expect(JSON.parse(line).err).toMatchObject({
      code: '23505',
      message: expect.stringMatching(/Failed query: insert into "users".+duplicate key value/),
      stack: expect.stringMatching(/caused by: .+logger\.test\.ts|logger\.test\.ts.+caused by: /s),
    })
  }
})

it('describes what is no error, and causes that run in a circle', () => {
  expect(describeError('why').message).toBe('why')
  expect(describeError(undefined)).toMatchObject({ type: 'undefined', message: 'undefined' })
  const a = new Error('a')
  a.cause = new Error('b', { cause: a })
  expect(describeError(a).message).toBe('a: b')
})

it('keeps tokens and ids that open a history out of logged addresses', () => {
  const id = `emo_${'aB3-_'.repeat(4)}xy`
  const request = (url: string) => ({ req: { method: 'GET', url, ip: '127.0.0.1' } })
  const text = [
    logged(request(`/api/v1/history/emotions?session_id=${id}&limit=5`)),
    logged(request(`/api/v1/sessions/${id}/end`)),
    logged(request('/tracks/1/stream?token=secret.token')),
    ...[
      `%65mo_${id.slice(4)}`,
      id.replace('_', '%5f'),
      `${id.slice(0, -1)}%79`,
      `${id}%2Fx`,
      `%2565mo_${id.slice(4)}`,
    ].flatMap((escaped) => [
      logged(request(`/api/v1/sessions/${escaped}?x=1`)),
      logged(request(`/api/v1/%73essions/${escaped}`)),
      logged(request(`/api/v1/history/emotions?session%5Fid=${escaped}`)),
    ]),
    logged(request(`/elsewhere/%65mo_${id.slice(4)}`)),
  ].join()
  for (const part of [id, id.slice(4, 20)]) expect(text).not.toContain(part)
  expect(text).not.toContain('secret.token')
  expect(text).toContain('/api/v1/sessions/***/end')
  expect(text).toContain('/api/v1/sessions/***?x=1')
  expect(logged(request('/tracks/caf%C3%A9%20a%2Fb%?q=100%'))).toContain('/tracks/caf%C3%A9%20a%2Fb%?q=100%')
  expect(text).toContain('limit=5')
})
