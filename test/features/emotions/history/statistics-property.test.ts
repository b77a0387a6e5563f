import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Detection } from '../../../../src/features/emotions/sessions/recorder.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { newcomer } from '../../auth/support.ts'
import { countOf, type Holder, openSession, reading, sendAs } from '../sessions/support.ts'
import { naive, type Row, runsOf } from './naive.ts'

let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer()
  admin = await server.admin()
  await server.send({ method: 'PUT', url: '/users/registration', token: admin, payload: { registration: 'invite' } })
})
afterAll(() => server.close())

const detailed = fc.constantFrom<Detection['detailed']>('feliz', 'triste', 'enojado', 'disgusto', 'incierto')
const clase = fc.constantFrom<Detection['clase']>('feliz', 'triste', 'enojado')
/** Mostly close to each other; sometimes exactly at, or just behind, what still is one run; sometimes hours. */
const gap = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 40_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(30_000, 30_001, 900_000) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4_000_000 }) },
)
const step = fc.record({
  session: fc.nat(1),
  gap,
  detailed,
  likeliest: clase,
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
})
/** Parts of the whole time, or the very moments of rows. */
const bound = fc.option(fc.record({ part: fc.double({ min: -0.1, max: 1.1, noNaN: true }), exact: fc.boolean() }), {
  freq: 4,
})
const period = fc.record({ from: bound, to: bound })
const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.array(step, { minLength: 1, maxLength: 25 }) }) },
  { weight: 1, arbitrary: fc.record({ erase: period, session: fc.option(fc.nat(1)) }) },
)
type Bound = { part: number; exact: boolean } | null
type Period = { from?: number; to?: number }

/** Tomorrow: what is read after the real now is never erased before it is read. */
const START = (Math.floor(Date.now() / 86_400_000) + 1) * 86_400_000 + 10 * 3_600_000

/** Two sessions of one user in the database, and the same in memory. */
async function world() {
  const holders = await Promise.all([1, 2].map(() => openSession(server, { recording: true }, owner)))
  const rows: Row[][] = [[], []]
  let clock = START
  const moment = (given: Bound): number | undefined => {
    if (!given) return undefined
    const times = rows
      .flat()
      .map(({ ms }) => ms)
      .sort((a, b) => a - b)
    if (given.exact && times.length > 0)
      return times[Math.floor(Math.min(0.999, Math.max(0, given.part)) * times.length)]
    return Math.round(START + given.part * (clock - START))
  }
  return {
    holders,
    rows,
    period({ from, to }: { from: Bound; to: Bound }): Period {
      const [a, b] = [moment(from), moment(to)]
      const ends = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b]
      return { ...(ends[0] !== undefined && { from: ends[0] }), ...(ends[1] !== undefined && { to: ends[1] }) }
    },
    add(given: {
      session: number
      gap: number
      detailed: Detection['detailed']
      likeliest: Detection['clase']
      confidence: number
    }) {
      clock += given.gap
      const own = rows[given.session]!
      const holder = holders[given.session]!
      const base = reading(0, given.detailed)
      const one = {
        ...base,
        confidence: given.confidence,
        clase: given.detailed === 'incierto' ? given.likeliest : base.clase,
      }
      server.context.recorder.record(holder, { ...one, at: new Date(clock) })
      // Two readings of one moment: the second one is a millisecond later.
      own.push({ ...one, ms: Math.max(clock, (own.at(-1)?.ms ?? 0) + 1) })
    },
    forget(session: number | null, gone: Period) {
      for (const [index, own] of rows.entries())
        if (session === null || session === index) rows[index] = own.filter((row) => !isWithin(row, gone))
    },
  }
}
let owner: string
let users = 0

const isWithin = ({ ms }: Row, { from, to }: Period) =>
  (from === undefined || ms >= from) && (to === undefined || ms <= to)
const query = ({ from, to }: Period) =>
  [
    ...(from === undefined ? [] : [`&from_timestamp=${new Date(from).toISOString()}`]),
    ...(to === undefined ? [] : [`&to_timestamp=${new Date(to).toISOString()}`]),
  ].join('')

async function get(url: string, holder: Pick<Holder, 'token'>) {
  const reply = await sendAs(server, holder, { url })
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return reply.json()
}

/** Compares all that is said of a period, of each session and of both together. */
async function compare(of: Awaited<ReturnType<typeof world>>, when: Period) {
  const inside = of.rows.map((own) => own.filter((row) => isWithin(row, when)))
  for (const [ids, rows] of [
    ...of.holders.map(({ id }, index) => [id, [inside[index]!]] as [string, Row[][]]),
    ['all', inside] as [string, Row[][]],
  ]) {
    const told = await get(`/api/v1/history/emotions?session_id=${ids}&limit=500${query(when)}`, of.holders[0]!)
    expect(told.statistics, `${ids} ${query(when)}`).toEqual(naive(rows))
    expect(told.timeline.map((row: { timestamp: string }) => Date.parse(row.timestamp))).toEqual(
      rows
        .flat()
        .map(({ ms }) => ms)
        .sort((a, b) => a - b),
    )
    const { streaks } = await get(
      `/api/v1/history/emotions/streaks?session_id=${ids}&limit=2000${query(when)}`,
      of.holders[0]!,
    )
    const view = (one: { clase_detallada: string; started_at: string; ended_at: string; count: number }) =>
      `${one.started_at} ${one.ended_at} ${one.clase_detallada} ${one.count}`
    const expected = rows
      .flatMap((own) => runsOf(own, (row) => row.detailed))
      .map(({ label, from, to, count }) =>
        view({
          clase_detallada: label,
          started_at: new Date(from).toISOString(),
          ended_at: new Date(to).toISOString(),
          count,
        }),
      )
    expect(streaks.map(view).sort(), `streaks of ${ids} ${query(when)}`).toEqual(expected.sort())
    const { hours } = await get(`/api/v1/history/emotions/hours?session_id=${ids}${query(when)}`, of.holders[0]!)
    const byHour: Record<string, Record<string, number>> = {}
    for (const row of rows.flat()) {
      const hour = new Date(row.ms).toISOString().replace(/:\d\d:\d\d\.\d{3}Z/, ':00:00+00:00')
      byHour[hour] ??= {}
      byHour[hour][row.detailed] = (byHour[hour][row.detailed] ?? 0) + 1
    }
    expect(hours).toEqual(
      Object.keys(byHour)
        .sort()
        .map((hour) => ({ hour, counts: byHour[hour] })),
    )
  }
}

it('says what anyone would reckon by hand, after any inserts and erasures, of any period', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(command, { minLength: 1, maxLength: 5 }),
      fc.array(period, { minLength: 1, maxLength: 2 }),
      async (commands, periods) => {
        // A user of its own: 30 questions a minute are allowed to each.
        owner = (await newcomer(server, admin, `user${++users}`)).token
        const here = await world()
        for (const one of commands) {
          if ('add' in one) for (const given of one.add) here.add(given)
          else {
            const gone = here.period(one.erase)
            const before = here.rows.flat().length
            here.forget(one.session, gone)
            const id = one.session === null ? 'all' : here.holders[one.session]!.id
            const url = `/api/v1/history/emotions?session_id=${id}${query(gone)}`
            const reply = await sendAs(server, here.holders[0]!, { method: 'DELETE', url })
            expect(reply.json().deleted).toEqual({ detections: before - here.rows.flat().length })
          }
          await server.context.recorder.flush()
        }
        for (const given of periods) await compare(here, here.period(given))
        for (const [index, holder] of here.holders.entries())
          expect(await countOf(server, holder)).toBe(here.rows[index]!.length)
      },
    ),
    { numRuns: 60 },
  )
}, 300_000)
