import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeSetting } from '../../../src/db/settings.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

let server: TestServer
let token: string

beforeAll(async () => {
  server = await startTestServer()
  token = await server.admin()
})
afterAll(() => server.close())

it('a demo library whose scan is long forgotten is done', async () => {
  await writeSetting(server.context.db, 'demo', { state: 'scanning', done: 3, total: 3, scan_id: 999_999 })
  const reply = await server.send({ url: '/library/demo', token })
  expect([reply.statusCode, reply.json()]).toEqual([200, { state: 'done', done: 3, total: 3, scan_id: 999_999 }])
})
