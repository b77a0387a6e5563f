import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createJobs, type JobDefinition, type Jobs } from '../../src/platform/jobs/jobs.ts'
import { createTestDatabase } from '../support/database.ts'

type Payload = { n: number }
let database: Awaited<ReturnType<typeof createTestDatabase>>
let client: pg.Client
const started: Jobs[] = []
const logged: { job?: string; err?: Error; text: string }[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop()))
  logged.length = 0
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** One process of several on the same database. */
async function start(): Promise<Jobs> {
  const jobs = createJobs(database.url, { error: (fields, text) => logged.push({ ...fields, text }) })
  await jobs.start()
  started.push(jobs)
  return jobs
}
const definition = (name: string, run: JobDefinition<Payload>['run'], more: Partial<JobDefinition<Payload>> = {}) => ({
  ...{ name, payload: z.strictObject({ n: z.number() }), run },
  ...more,
})
const rowsOf = async (name: string) =>
  (await client.query('select state, data, retry_count from pgboss.job where name = $1 order by created_on', [name]))
    .rows
/** Lets a job that waits for its next attempt wait no longer. */
const hurry = () => client.query(`update pgboss.job set start_after = now() where state = 'retry'`)

function gate() {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

describe('a job', () => {
  it('runs with its payload, once', async () => {
    const jobs = await start()
    const seen: Payload[] = []
    const job = definition('runs', async (payload) => void seen.push(payload))
    await jobs.register(job)
    await jobs.send(job, { n: 1 })
    await jobs.send(job, { n: 2 })
    await jobs.settle()
    expect(seen).toEqual([{ n: 1 }, { n: 2 }])
    expect((await rowsOf('runs')).map(({ state }) => state)).toEqual(['completed', 'completed'])
  })

  it('waits for a process that works it', async () => {
    const sender = await start()
    const seen: number[] = []
    const job = definition('waits', async ({ n }) => void seen.push(n))
    await sender.register(job)
    await sender.stop()
    const second = await start()
    await second.send(job, { n: 7 })
    await second.register(job)
    await second.settle()
    expect(seen).toEqual([7])
  })

  it('never waits twice under one key, but may wait while another runs', async () => {
    const jobs = await start()
    const [began, finish] = [gate(), gate()]
    const seen: number[] = []
    const run = async ({ n }: Payload) => {
      seen.push(n)
      began.open()
      await finish.passed
    }
    const job = definition('keyed', run, { key: () => 'all' })
    await jobs.register(job)
    await jobs.send(job, { n: 1 })
    await began.passed
    for (const n of [2, 3, 4]) await jobs.send(job, { n })
    finish.open()
    await jobs.settle()
    expect(seen).toEqual([1, 2])
  })

  it('is worked by one of two processes, one at a time in each', async () => {
    const both = [await start(), await start()]
    const seen: number[] = []
    const running = [0, 0]
    let most = 0
    const work = (process: number) => async (payload: Payload) => {
      running[process]!++
      most = Math.max(most, running[process]!)
      await new Promise((resolve) => setImmediate(resolve))
      seen.push(payload.n)
      running[process]!--
    }
    for (const [i, jobs] of both.entries()) await jobs.register(definition('shared', work(i)))
    const job = definition('shared', work(0))
    for (let n = 0; n < 12; n++) await both[n % 2]!.send(job, { n })
    await Promise.all(both.map((jobs) => jobs.settle()))
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n))
    expect(most).toBe(1)
  })
})

describe('a schedule', () => {
  it('is kept once for all processes, as the last one wants it', async () => {
    const both = [await start(), await start()]
    const job = definition('nightly', async () => undefined, { key: () => 'all', retryLimit: 1 })
    for (const [n, jobs] of both.entries()) {
      await jobs.register(job)
      await jobs.schedule(job, `${n} 3 * * *`, { n })
    }
    const { rows } = await client.query('select cron, timezone, data, options from pgboss.schedule')
    expect(rows).toMatchObject([
      { cron: '1 3 * * *', timezone: 'UTC', data: { n: 1 }, options: { singletonKey: 'all', retryLimit: 1 } },
    ])
  })

  it('refuses what is no schedule', async () => {
    const jobs = await start()
    const job = definition('never', async () => undefined)
    await jobs.register(job)
    await expect(jobs.schedule(job, 'every night', { n: 1 })).rejects.toThrow()
  })
})

describe('a failure', () => {
  it('is logged and tried again until the limit', async () => {
    const jobs = await start()
    let runs = 0
    const job = definition(
      'fails',
      async () => {
        runs++
        throw new Error('no luck')
      },
      { retryLimit: 1 },
    )
    await jobs.register(job)
    await jobs.send(job, { n: 1 })
    await expect.poll(async () => (await rowsOf('fails'))[0]?.state, { timeout: 5000 }).toBe('retry')
    await hurry()
    await jobs.settle()
    expect(runs).toBe(2)
    expect(await rowsOf('fails')).toEqual([{ state: 'failed', data: { n: 1 }, retry_count: 1 }])
    expect(logged.map(({ job: name, err, text }) => [name, err?.message, text])).toEqual(
      [1, 2].map(() => ['fails', 'no luck', 'job failed']),
    )
  })

  it('at once, or because of a payload of another shape, is logged too', async () => {
    const jobs = await start()
    const run = () => {
      throw new Error('at once')
    }
    const job = definition('odd', run, { retryLimit: 0 })
    await jobs.register(job)
    await jobs.send(job, { n: 1 })
    await jobs.send(job, { n: 'one' } as unknown as Payload)
    await jobs.settle()
    expect(logged.map(({ err }) => err?.message.includes('at once') || err?.name)).toEqual([true, 'ZodError'])
  })
})

describe('a stop', () => {
  it('tells running work, waits for it, and leaves it to be tried again', async () => {
    const first = await start()
    const began = gate()
    const seen: string[] = []
    const run =
      (name: string) =>
      async (_payload: Payload, { signal }: { signal: AbortSignal }) => {
        seen.push(`${name} begins`)
        began.open()
        if (name === 'second') return
        await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      }
    await first.register(definition('cut', run('first')))
    await first.send(definition('cut', run('first')), { n: 1 })
    await began.passed
    await first.stop()
    expect(await rowsOf('cut')).toMatchObject([{ state: 'retry' }])

    const second = await start()
    await second.register(definition('cut', run('second')))
    await hurry()
    await second.settle()
    expect(seen).toEqual(['first begins', 'second begins'])
    expect(await rowsOf('cut')).toMatchObject([{ state: 'completed' }])
  })

  it('lets work that ends well at its next safe point be done', async () => {
    const jobs = await start()
    const began = gate()
    const job = definition('safe', async (_payload, { signal }) => {
      began.open()
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    })
    await jobs.register(job)
    await jobs.send(job, { n: 1 })
    await began.passed
    await jobs.stop()
    expect(await rowsOf('safe')).toMatchObject([{ state: 'completed' }])
  })
})
