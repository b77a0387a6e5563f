import type { Db } from '../../../db/client.ts'
import { SCORE_KEYS, type Scores } from '../contract.ts'
import type { Reading } from '../history/fold.ts'
import { createBuffer } from './buffer.ts'
import * as store from './store.ts'
import { createThinner } from './thin.ts'

/** One reading of the primary face. Numbers are from 0 to 1; `detailed` may be `incierto`. */
export type Detection = Readonly<{
  at: Date
  clase: Reading['clase']
  detailed: Reading['detailed']
  uncertain: boolean
  confidence: number
  scores: Scores
  source: Reading['source']
}>
/** `gone`: deleted or ended, so that nothing of it will be written any more. */
export type RecordingState = 'recording' | 'idle' | 'gone'
type Log = Parameters<typeof createBuffer>[0]['log']
type Options = Readonly<{ db: Db; log: Log; most?: number; everyMs?: number }>
type Known = { state: RecordingState; wanted: ReturnType<typeof createThinner>; usedAt: number; told: number }

const EVERY_MS = 1000
const FULL = 200
/** How long a session that says nothing is remembered. */
const FORGET_MS = 60_000

/**
 * Writes detections of consenting sessions down, a second behind at most. Whether a session consents is asked anew each
 * second, so an open socket of any process follows a consent that is given, withdrawn, or gone with its session.
 */
export function createRecorder({ db, log, most = 20_000, everyMs = EVERY_MS }: Options) {
  const buffer = createBuffer({ db, log, most })
  const known = new Map<number, Known>()
  let asking = false
  const timer = setInterval(() => void tick(), everyMs)
  timer.unref()

  async function tick(): Promise<void> {
    const before = Date.now() - FORGET_MS
    for (const [key, one] of known) if (one.usedAt < before) known.delete(key)
    if (buffer.size() > 0) await buffer.flush()
    if (known.size === 0 || asking) return
    asking = true
    await refresh().catch((err: unknown) => log.warn({ err }, 'cannot ask which sessions consent'))
    asking = false
  }

  /** What this process is told while the question is on its way is newer than the answer. */
  async function refresh(): Promise<void> {
    const asked = [...known].map(([key, one]) => ({ key, one, told: one.told }))
    const answers = await store.consents(
      db,
      asked.map(({ key }) => key),
    )
    for (const { key, one, told } of asked) {
      const recording = answers.get(key)
      if (one.told === told) one.state = recording === undefined ? 'gone' : recording ? 'recording' : 'idle'
    }
  }

  function remember(session: { key: number; recording: boolean }): Known {
    const state = session.recording ? 'recording' : 'idle'
    const one = known.get(session.key) ?? { state, wanted: createThinner(), usedAt: 0, told: 0 }
    one.usedAt = Date.now()
    known.set(session.key, one)
    return one
  }

  return {
    /**
     * Takes a reading of a session: of video and landmarks one a second and every change of class, of pictures and
     * corrections each. Nothing is kept without consent. Never waits and never throws.
     */
    record(session: { key: number; recording: boolean }, detection: Detection): void {
      const one = remember(session)
      if (one.state !== 'recording' || !one.wanted(detection)) return
      buffer.add(toReading(session.key, detection))
      if (buffer.size() >= FULL) void buffer.flush()
    },

    /** What this process knows of a session that is being read, a second old at most; undefined: nothing was read. */
    state: (key: number): RecordingState | undefined => known.get(key)?.state,

    /** Tells at once what has become of a session. What waits of one that may not be recorded is forgotten. */
    tell(key: number, state: RecordingState): void {
      const one = known.get(key)
      if (one) [one.state, one.told] = [state, one.told + 1]
      if (state !== 'recording') buffer.drop(key)
    },

    /** Writes what waits, as far as the database takes it. */
    flush: () => buffer.flush(),

    async close(): Promise<void> {
      clearInterval(timer)
      await buffer.flush()
      if (buffer.size() > 0) log.warn({ lost: buffer.size() }, 'detections could not be written before the end')
    },
  }
}

const inTenThousandths = (value: number): number => Math.round(Math.min(1, Math.max(0, value || 0)) * 10_000)

function toReading(
  sessionId: number,
  { at, clase, detailed, uncertain, confidence, scores, source }: Detection,
): Reading {
  return {
    ...{ sessionId, at, clase, detailed, uncertain, source },
    confidence: inTenThousandths(confidence),
    scores: SCORE_KEYS.map((key) => inTenThousandths(scores[key])),
  }
}

export type Recorder = ReturnType<typeof createRecorder>
