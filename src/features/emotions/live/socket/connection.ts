import type { WebSocket } from 'ws'
import { AppError, type Language } from '../../../../errors.ts'
import { VisionError } from '../../../../vision/vision-error.ts'
import { toFrameError } from '../../failures.ts'
import { round } from '../../round.ts'
import type { Detection } from '../../sessions/recorder.ts'
import { type EmotionResult, INACTIVITY_SECONDS, MAX_FPS, MAX_FRAME_BYTES } from '../contract.ts'
import type { Stream } from '../reading/stream.ts'
import { createRate, createSlot } from './frames.ts'
import { type Budget, createBucket, type Turns } from './limits.ts'
import { type Control, frameNumberOf, readMessage, type WaitingFrame } from './messages.ts'
import { createOutbox } from './outbox.ts'

/** Why a connection ends: codes of RFC 6455 and one of our own. */
const ENDINGS = {
  done: [1000, 'closed by the client'],
  inactive: [1000, 'no message for too long'],
  refused: [1008, 'refused'],
  second: [1008, 'the session has a connection already'],
  crowd: [1008, 'too many connections'],
  flood: [1008, 'too many messages'],
  nonsense: [1008, 'too many unreadable messages'],
  ended: [1008, 'the session has ended'],
  signedOut: [1008, 'signed out'],
  full: [1013, 'the server has no room for another connection'],
  takenOver: [4001, 'a newer connection has the session'],
} as const
export type Ending = keyof typeof ENDINGS

export type ConnectionDeps = Readonly<{
  stream: Stream
  turns: Turns
  budget: Budget
  language: Language
  log: { warn(fields: object, text: string): void }
  /** Keeps what was read of the primary face, if the session consents. */
  record(detection: Detection): void
  inactivityMs?: number | undefined
}>
export type Connection = ReturnType<typeof createConnection>

/** 30 frames a second and some controls, with room for a burst. */
const MESSAGES = { burst: 300, perSecond: 45 }
const CONTROLS = { burst: 20, perSecond: 4 }
const MOST_UNREADABLE = 20

const now = () => performance.now()
const head = () => ({ success: true as const, timestamp: new Date().toISOString() })

/**
 * The life of one socket: one frame in work and one waiting, the newest; controls at once; silence, floods and nonsense
 * end it. Frames that come before `begin` wait for it.
 */
export function createConnection(socket: WebSocket, deps: ConnectionDeps) {
  const { stream, turns, log } = deps
  const out = createOutbox(socket, deps.language)
  const slot = createSlot(deps.budget)
  const rate = createRate(now)
  const messages = createBucket(MESSAGES, now)
  const controls = createBucket(CONTROLS, now)
  const gone = new AbortController()
  let sessionId: string | null = null
  let state: 'running' | 'paused' | 'closing' = 'running'
  let working = false
  let unreadable = 0
  /** The person has just said what it really is: the next reading is written down as their word. */
  let corrected = false

  function end(ending: Ending): void {
    if (state === 'closing') return
    state = 'closing'
    slot.clear()
    const [code, reason] = ENDINGS[ending]
    out.close(code, reason)
  }

  const quiet = setTimeout(() => end('inactive'), deps.inactivityMs ?? INACTIVITY_SECONDS * 1000)

  function receive(data: Buffer, isBinary: boolean): void {
    if (state === 'closing') return
    quiet.refresh()
    if (!messages.take()) {
      flood()
      return
    }
    try {
      const message = readMessage(data, isBinary)
      unreadable = 0
      if (message.kind === 'control') obey(message)
      else if (state === 'running') enqueue(message)
    } catch (error) {
      refuse(error, frameNumberOf(data, isBinary))
      if (++unreadable >= MOST_UNREADABLE) end('nonsense')
    }
  }

  function flood(): void {
    out.fail(new AppError('RATE_LIMIT_EXCEEDED'))
    end('flood')
  }

  function enqueue(frame: WaitingFrame): void {
    if (slot.put(frame)) void pump()
    else refuse(new AppError('SERVICE_UNAVAILABLE'), frame.number)
  }

  /** Works until nothing waits; `answer` tells failures and throws none. */
  async function pump(): Promise<void> {
    if (working || sessionId === null) return
    working = true
    const session = sessionId
    for (let kind = slot.kind(); kind; kind = slot.kind()) {
      if (out.isCongested()) slot.drop()
      // Landmarks cost next to nothing here; pictures wait for their turn among all streams.
      else await (kind === 'landmarks' ? next(session) : turns.take(() => next(session)))
    }
    working = false
  }

  /** A frame stays in its slot until its turn has come: it is still the newest then, and the budget still counts it. */
  async function next(session: string): Promise<void> {
    const frame = slot.take()
    if (frame) await answer(frame, session)
  }

  async function answer(frame: WaitingFrame, session: string): Promise<void> {
    const began = now()
    try {
      const { result, calibrated } = await read(frame)
      if (state === 'closing') return
      const mode = frame.kind === 'picture' ? ('frame' as const) : ('landmarks' as const)
      const about = {
        session_id: session,
        frame_number: frame.number,
        mode,
        processing_time_ms: round(now() - began, 1),
      }
      const counts = { replaced_frames: slot.replaced(), fps: round(rate.tick(), 1) }
      out.send({ type: 'emotion_result', ...head(), ...about, ...counts, ...result })
      if (calibrated) out.send({ type: 'calibration', ...head(), ...calibrated, success: calibrated.state === 'done' })
      remember(result, mode)
    } catch (error) {
      refuse(error, frame.number)
    }
  }

  async function read(frame: WaitingFrame) {
    return frame.kind === 'landmarks' ? stream.landmarks(frame.faces) : stream.frame(frame.picture(), gone.signal)
  }

  function remember({ detection }: Pick<EmotionResult, 'detection'>, mode: EmotionResult['mode']): void {
    if (!detection.face_detected) return
    const { clase, clase_detallada: detailed, incierto: uncertain, confianza: confidence, scores } = detection
    const source = corrected && detection.corregida ? 'correction' : mode === 'frame' ? 'video' : 'landmarks'
    corrected = false
    deps.record({ at: new Date(), clase, detailed, uncertain, confidence, scores, source })
  }

  function obey({ action, clase }: Control): void {
    if (!controls.take()) {
      flood()
    } else if (action === 'correct' && !clase) {
      refuse(new AppError('MISSING_PARAMETER', { details: 'clase' }))
    } else {
      if (action === 'pause') pause()
      if (action === 'resume') state = 'running'
      if (action === 'calibrate') stream.calibrate()
      if (action === 'reset') stream.reset()
      if (clase && action === 'correct') correct(clase)
      const shown = action === 'close' ? 'closing' : state
      out.send({ type: 'control_ack', ...head(), action, state: shown, calibration: stream.calibration() })
      if (action === 'close') end('done')
    }
  }

  function pause(): void {
    state = 'paused'
    slot.clear()
  }

  function correct(clase: NonNullable<Control['clase']>): void {
    stream.correct(clase)
    corrected = true
  }

  function refuse(error: unknown, frameNumber?: number): void {
    if (error instanceof VisionError && error.kind === 'aborted') return
    const shown = toFrameError(error)
    if (shown.status >= 500 && shown.cause !== undefined) log.warn({ err: error }, 'a frame could not be read')
    out.fail(shown, frameNumber)
  }

  socket.on('message', (data: Buffer, isBinary: boolean) => receive(data, isBinary))
  socket.on('close', () => {
    state = 'closing'
    clearTimeout(quiet)
    slot.clear()
    gone.abort()
  })

  return {
    /** From here on frames are read. */
    begin(session: Readonly<{ id: string; recording: boolean }>): void {
      const limits = { max_frame_bytes: MAX_FRAME_BYTES, max_fps: MAX_FPS, inactivity_seconds: INACTIVITY_SECONDS }
      out.send({ type: 'session', ...head(), session_id: session.id, recording: session.recording, limits })
      sessionId = session.id
      void pump()
    },
    /** Says why there is nothing to be had here, and ends. */
    refuse(error: AppError, ending: Ending): void {
      out.fail(error)
      end(ending)
    },
    end,
  }
}
