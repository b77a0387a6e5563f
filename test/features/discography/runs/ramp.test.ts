import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '../../../../src/db/client.ts'
import { findRun, queueRun, type StepRow } from '../../../../src/features/discography/runs/store.ts'
import { workLane } from '../../../../src/features/discography/runs/work/lane.ts'
import type { StepResult } from '../../../../src/features/discography/runs/work/steps.ts'
import { createTestDatabase } from '../../../support/database.ts'

let created: Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
beforeAll(async () => {
  created = await createTestDatabase()
  database = openDatabase(created.url, () => undefined)
})
afterAll(async () => {
  await database.close()
  await created.drop()
})

const FOUND: StepResult = { albums: 1, tracks: 3, asked: 1, unavailable: [] }
const NOBODY: StepResult = {
  ...{ albums: 0, tracks: 0, asked: 0 },
  unavailable: [{ provider: 'MusicBrainz', reason: 'MusicBrainz cannot be reached' }],
}
const PARTLY: StepResult = { ...FOUND, unavailable: [{ provider: 'Deezer', reason: 'Deezer asks us to wait' }] }

/** A run of steps whose ends the test decides. */
async function startLane(subject: string, steps: number) {
  const begun: number[] = []
  const inWork = new Map<number, { end(result: StepResult): void; fail(error: Error): void }>()
  const work = (step: StepRow) =>
    new Promise<StepResult>((end, fail) => {
      begun.push(step.position)
      inWork.set(step.position, { end, fail })
    })
  const about = { kind: 'refresh', subject, title: subject, byPerson: false, userId: null, payload: {} } as const
  const rows = Array.from({ length: steps }, (_, at) => ({ kind: 'artist', subject: { name: `artist ${at}` } }))
  const run = await queueRun(database.db, about, rows)
  const stop = new AbortController()
  const errors: string[] = []
  const log = { info: () => undefined, error: (_: object, text: string) => void errors.push(text) }
  const go = () => workLane({ database, log, work }, 'background', stop.signal)
  return {
    ...{ begun, inWork, errors, stop, go, id: run.id },
    row: async () => (await findRun(database.db, run.id))!,
    async end(position: number, result: StepResult) {
      const step = inWork.get(position)
      inWork.delete(position)
      step?.end(result)
    },
    /** Waits until so many are in work, as the lane takes them. */
    working: (count: number) => vi.waitFor(() => expect(inWork.size).toBe(count), { timeout: 10_000, interval: 5 }),
    dueNow: () => database.db.execute(`update runs set next_at = now() where id = ${run.id}`),
  }
}
const settled = async (lane: Awaited<ReturnType<typeof startLane>>, steps: number) =>
  vi.waitFor(async () => expect((await lane.row()).stepsDone).toBe(steps), { timeout: 10_000, interval: 5 })

describe('a run whose services come back', () => {
  it('begins with one step, and takes one more for each that succeeds: four at most', async () => {
    const lane = await startLane('ramp', 10)
    const worked = lane.go()
    await lane.working(1)
    expect(lane.begun).toEqual([0])
    await lane.end(0, FOUND)
    await lane.working(2)
    expect(lane.begun).toEqual([0, 1, 2])
    await lane.end(1, FOUND)
    await lane.working(3)
    await lane.end(2, PARTLY)
    await lane.working(4)
    expect(lane.begun).toEqual([0, 1, 2, 3, 4, 5, 6])
    await lane.end(3, FOUND)
    await settled(lane, 4)
    await lane.working(4)
    for (const position of [4, 5, 6, 7]) await lane.end(position, FOUND)
    await lane.working(2)
    for (const position of [8, 9]) await lane.end(position, FOUND)
    await worked
    expect(await lane.row()).toMatchObject({ state: 'done', stepsDone: 10, albums: 10, tracks: 30, attempts: 0 })
    expect((await lane.row()).note).toBe('Deezer: Deezer asks us to wait')
    expect(lane.begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('rests at the first step that nobody could be asked about, and begins no other', async () => {
    const lane = await startLane('rest', 5)
    const minutes: number[] = []
    for (const tries of [1, 2, 3, 4, 5, 6, 7]) {
      const worked = lane.go()
      await lane.working(1)
      await lane.end(0, NOBODY)
      await worked
      expect(lane.begun).toEqual(Array(tries).fill(0))
      const row = await lane.row()
      expect(row).toMatchObject({ state: 'running', attempts: tries, stepsDone: 0, current: null })
      expect(row.note).toBe('MusicBrainz: MusicBrainz cannot be reached')
      minutes.push(Math.round((row.nextAt.getTime() - row.updatedAt.getTime()) / 60_000))
      // Until then the lane finds nothing to do.
      await lane.go()
      expect(lane.begun).toHaveLength(tries)
      await lane.dueNow()
    }
    expect(minutes).toEqual([1, 2, 4, 8, 16, 30, 30])

    // Somebody is back for one step, and gone at the next two: the rest is a short one again.
    const worked = lane.go()
    await lane.working(1)
    await lane.end(0, FOUND)
    await lane.working(2)
    await lane.end(1, NOBODY)
    await lane.end(2, NOBODY)
    await worked
    const row = await lane.row()
    expect([row.stepsDone, row.attempts]).toEqual([1, 1])
    expect(Math.round((row.nextAt.getTime() - row.updatedAt.getTime()) / 60_000)).toBe(1)
    await database.db.execute(`update runs set state = 'cancelled' where id = ${lane.id}`)
  })

  it('gives up after a day of rests, with the reason', async () => {
    const lane = await startLane('gives up', 2)
    await database.db.execute(`update runs set attempts = 48 where id = ${lane.id}`)
    const worked = lane.go()
    await lane.working(1)
    await lane.end(0, NOBODY)
    await worked
    expect(await lane.row()).toMatchObject({ state: 'failed', note: 'MusicBrainz: MusicBrainz cannot be reached' })
  })
})

it('a fault of ours costs its own step: the others are done, the run rests, and the next run is worked', async () => {
  const lane = await startLane('fault', 4)
  const other = await startLane('next', 1)
  const worked = lane.go()
  await lane.working(1)
  await lane.end(0, FOUND)
  await lane.working(2)
  lane.inWork.get(1)?.fail(new Error('a fault of ours'))
  lane.inWork.delete(1)
  await lane.working(2)
  await lane.end(2, FOUND)
  await lane.end(3, FOUND)
  await vi.waitFor(() => expect(lane.begun).toEqual([0, 1, 2, 3, 0]), { timeout: 10_000, interval: 5 })
  expect(await lane.row()).toMatchObject({
    state: 'running',
    stepsDone: 3,
    note: expect.stringMatching(/internal error/),
  })
  expect(lane.errors).toEqual(['step of a run failed'])
  await lane.end(0, FOUND)
  await worked
  expect(await other.row()).toMatchObject({ state: 'done' })
})
