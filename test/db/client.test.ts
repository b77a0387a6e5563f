import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Database, type Db, isRefusal, openDatabase } from '../../src/db/client.ts'
import { createTestDatabase } from '../support/database.ts'

let source: Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
const broken: Error[] = []
beforeAll(async () => {
  source = await createTestDatabase()
  database = openDatabase(source.url, (error) => broken.push(error))
})
afterEach(() => {
  broken.length = 0
})
afterAll(async () => {
  await database.close()
  await source.drop()
})

const pidOf = async (db: Db) => (await db.execute(sql`select pg_backend_pid() as pid`)).rows[0]!.pid
const end = (pid: unknown) => database.db.execute(sql`select pg_terminate_backend(${pid})`)
/** Without a listener the error of a lost connection would end this process. */
const heard = () => expect.poll(() => broken.length, { timeout: 5000, interval: 10 }).toBeGreaterThan(0)

describe('a connection that the database ends', () => {
  it('is told and replaced when it is reserved', async () => {
    const { db, release } = await database.reserve()
    await end(await pidOf(db))
    await heard()
    await expect(db.execute(sql`select 1`)).rejects.toThrow()
    release()
    expect((await database.db.execute(sql`select 1 as n`)).rows).toEqual([{ n: 1 }])
  })

  it('fails the transaction that runs on it, and nothing else', async () => {
    const failed = database.db.transaction(async (tx) => {
      await end(await pidOf(tx))
      await heard()
      await tx.execute(sql`select 1`)
    })
    await expect(failed).rejects.toThrow()
    expect(broken).not.toEqual([])
    expect((await database.db.execute(sql`select 1 as n`)).rows).toEqual([{ n: 1 }])
  })

  it('is told once when nobody uses it', async () => {
    const { db, release } = await database.reserve()
    const pid = await pidOf(db)
    release()
    const other = openDatabase(source.url, () => undefined)
    await other.db.execute(sql`select pg_terminate_backend(${pid})`)
    await heard()
    await other.close()
    expect((await database.db.execute(sql`select 1 as n`)).rows).toEqual([{ n: 1 }])
    expect(new Set(broken).size).toBe(broken.length)
  })
})

it('takes bad values for a refusal, a row that is gone for none', () => {
  const refused = (code: string) => isRefusal(new Error('query', { cause: { code } }))
  expect(['22021', '22P05', '23502', '23505', '23514', '54000'].map(refused)).not.toContain(false)
  expect(['23503', '40001', '57P01', '08006'].map(refused)).not.toContain(true)
})
