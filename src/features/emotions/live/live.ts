import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { AppError, type Language } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Vision } from '../../../vision/pool.ts'
import type { Recorder } from '../sessions/recorder.ts'
import type { OpenSession, Sessions } from '../sessions/service.ts'
import type { SocketQuery } from './contract.ts'
import { createStream } from './reading/stream.ts'
import { type Connection, createConnection } from './socket/connection.ts'
import { createBudget, createSeats, createTurns, type SeatLimits } from './socket/limits.ts'

type Log = { warn(fields: object, text: string): void }
type Deps = Readonly<{
  vision: Vision
  sessions: Pick<Sessions, 'open' | 'lease'>
  recorder: Pick<Recorder, 'record' | 'state'>
  /** Whether who connected may still act. */
  isSignedIn(viewer: Viewer): Promise<boolean>
  log: Log
  seats: SeatLimits
  requireLogin: boolean
  inactivityMs?: number
  beatMs?: number
}>
/** Who connects: a user, else an address. */
export type Caller = Readonly<{ viewer: Viewer | null; address: string; language: Language; query: SocketQuery }>
type Held = { connection: Connection; connectionId: string; viewer: Viewer | null }
export type Live = ReturnType<typeof createLive>

/** How often a connection shows that it has its session, and is asked whether it is still there. */
const BEAT_MS = 5_000
const LEASE_BEATS = 3
/** A client that leaves this many pings unanswered is gone. */
const MISSED_PINGS = 6
/** All waiting frames together. */
const WAITING_BYTES = 64 * 1024 * 1024

/**
 * The open cameras of this process. Every socket takes a seat and a session, gets a stream of its own, and shares the
 * vision threads with the others in turns.
 */
export function createLive(deps: Deps) {
  const { vision, sessions, recorder, log, beatMs = BEAT_MS } = deps
  const seats = createSeats(deps.seats)
  const budget = createBudget(WAITING_BYTES)
  const turns = createTurns(vision.atOnce)
  const open = new Map<number, Connection>()

  /** The session of a new connection, which nobody else streams to. */
  async function claim({ query, viewer }: Caller, connectionId: string): Promise<OpenSession> {
    if (deps.requireLogin && viewer === null) throw new AppError('AUTH_REQUIRED')
    const session = await sessions.open({ id: query.session_id, viewerId: viewer?.id ?? null, recording: query.record })
    if (query.takeover) {
      open.get(session.key)?.end('takenOver')
      await sessions.lease.takeOver(session.key, connectionId, beatMs * LEASE_BEATS)
    } else if (!(await sessions.lease.claim(session.key, connectionId, beatMs * LEASE_BEATS))) {
      throw new AppError('RATE_LIMIT_EXCEEDED', { details: SECOND, extras: { limit: 1, remaining: 0 } })
    }
    return session
  }

  return {
    /** Serves one socket until it closes. Never rejects. */
    async connect(socket: WebSocket, caller: Caller): Promise<void> {
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      const connectionId = randomUUID()
      let session: OpenSession | null = null
      const connection = createConnection(socket, {
        ...{ turns, budget, log, language: caller.language, inactivityMs: deps.inactivityMs },
        stream: createStream({ vision, wishes: caller.query, isBusy: turns.areWaited }),
        record: (detection) => session && recorder.record(session, detection),
      })
      const leave = seats.take(caller.viewer ? `user:${caller.viewer.id}` : caller.address)
      if (typeof leave === 'string') return connection.refuse(full(leave), leave === 'server' ? 'full' : 'crowd')
      try {
        session = await claim(caller, connectionId)
        open.set(session.key, connection)
        connection.begin(session)
        const stop = beat(socket, session, { connection, connectionId, viewer: caller.viewer })
        await closed
        stop()
      } catch (error) {
        const shown = error instanceof AppError ? error : new AppError('SERVICE_UNAVAILABLE', { cause: error })
        if (shown.cause !== undefined) log.warn({ err: error }, 'a camera could not be connected')
        connection.refuse(shown, shown.code === 'RATE_LIMIT_EXCEEDED' ? 'second' : 'refused')
        await closed
      } finally {
        leave()
        if (session) await letGo(session, connection, connectionId)
      }
    },
    connections: seats.taken,
  }

  /** Asks the client whether it is there, and the database whether the session is still this connection's and its owner signed in. */
  function beat(socket: WebSocket, session: OpenSession, held: Held): () => void {
    const { connection, connectionId, viewer } = held
    let unanswered = 0
    socket.on('pong', () => {
      unanswered = 0
    })
    const look = async () => {
      if (recorder.state(session.key) === 'gone') return connection.end('ended')
      if (viewer && !(await deps.isSignedIn(viewer)))
        return connection.refuse(new AppError('AUTH_REQUIRED'), 'signedOut')
      const lease = await sessions.lease.renew(session.key, connectionId, beatMs * LEASE_BEATS)
      if (lease !== 'held') connection.end(lease === 'gone' ? 'ended' : 'takenOver')
    }
    const timer = setInterval(() => {
      if (++unanswered > MISSED_PINGS) return socket.terminate()
      socket.ping()
      look().catch((err: unknown) => log.warn({ err }, 'the claim of a camera to its session could not be renewed'))
    }, beatMs)
    return () => clearInterval(timer)
  }

  async function letGo({ key }: OpenSession, connection: Connection, connectionId: string): Promise<void> {
    if (open.get(key) === connection) open.delete(key)
    await sessions.lease
      .release(key, connectionId)
      .catch((err: unknown) => log.warn({ err }, 'the claim of a camera to its session could not be given back'))
  }
}

const SECOND = [
  'La sesión ya tiene una conexión; takeover=true la sustituye',
  'The session has a connection already; takeover=true replaces it',
] as const

const full = (what: 'server' | 'caller') =>
  what === 'server'
    ? new AppError('SERVICE_UNAVAILABLE', {
        details: ['El servidor no admite más conexiones', 'The server takes no more connections'],
        extras: { retry_after: 10 },
      })
    : new AppError('RATE_LIMIT_EXCEEDED', { details: ['Demasiadas conexiones', 'Too many connections'] })
