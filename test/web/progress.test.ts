import { describe, expect, it } from 'vitest'
import { progressOf } from '../../web/features/welcome/progress-of.ts'
import type { DemoState, Scan } from '../../web/lib/api/models.ts'

const scan = (over: Partial<Scan>): Scan => ({
  id: 1,
  state: 'running',
  files_total: 100,
  files_seen: 40,
  added: 40,
  updated: 0,
  unchanged: 0,
  moved: 0,
  missing: 0,
  failed: 0,
  errors: [],
  started_at: null,
  finished_at: null,
  ...over,
})
const demo = (over: Partial<DemoState>): DemoState => ({
  state: 'rendering',
  done: 3,
  total: 49,
  scan_id: null,
  ...over,
})
const FOLDER = { kind: 'folder', scanId: 1 } as const
const DEMO = { kind: 'demo' } as const

describe('a folder', () => {
  it.each([
    ['before the first word', null, { phase: 'scanning', done: 0, total: 0, problems: 0 }],
    ['while it is read', scan({ failed: 2 }), { phase: 'scanning', done: 40, total: 100, problems: 2 }],
    [
      'when it is read',
      scan({ state: 'done', files_seen: 100 }),
      { phase: 'done', done: 100, total: 100, problems: 0 },
    ],
    [
      'without any music',
      scan({ state: 'done', files_seen: 0, files_total: 0 }),
      { phase: 'empty', done: 0, total: 0, problems: 0 },
    ],
    [
      'of broken files only',
      scan({ state: 'done', failed: 100 }),
      { phase: 'empty', done: 40, total: 100, problems: 100 },
    ],
    ['that failed', scan({ state: 'failed' }), { phase: 'failed', done: 40, total: 100, problems: 0 }],
    ['that was cancelled', scan({ state: 'cancelled' }), { phase: 'failed', done: 40, total: 100, problems: 0 }],
  ])('%s', (_when, state, expected) => {
    expect(progressOf(FOLDER, undefined, state)).toEqual(expected)
  })
})

describe('the demo library', () => {
  it.each([
    ['before the first word', undefined, null, { phase: 'rendering', done: 0, total: 0 }],
    ['while it is composed', demo({}), null, { phase: 'rendering', done: 3, total: 49 }],
    [
      'between composing and reading',
      demo({ state: 'scanning', done: 49 }),
      null,
      { phase: 'scanning', done: 49, total: 49 },
    ],
    [
      'while it is read',
      demo({ state: 'scanning', scan_id: 1 }),
      scan({}),
      { phase: 'scanning', done: 40, total: 100 },
    ],
    ['when it was there already', demo({ state: 'done', done: 49 }), null, { phase: 'done', done: 49, total: 49 }],
    ['that failed', demo({ state: 'failed' }), null, { phase: 'failed', done: 0, total: 0 }],
  ])('%s', (_when, state, running, expected) => {
    expect(progressOf(DEMO, state, running)).toMatchObject(expected)
  })
})
