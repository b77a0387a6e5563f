import { type Db, isForeignKeyViolation } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import type { SessionBody, SessionChanges } from './contract.ts'
import type { Recorder } from './recorder.ts'
import { hashSessionId, newSessionId } from './session-id.ts'
import * as store from './store.ts'

/** A session that takes detections: `key` is for this server, `id` for the caller. */
export type OpenSession = Readonly<{ key: number; id: string; recording: boolean }>
type Session = Readonly<{ id: string; row: store.SessionRow }>
type ViewerId = number | null
type Deps = Readonly<{ db: Db; recorder: Pick<Recorder, 'tell' | 'flush'>; now?: () => Date }>

/** Sessions of detections: who may see which, what consents to being recorded, and which connection has one. */
export function createSessions({ db, recorder, now = () => new Date() }: Deps) {
  async function create(viewerId: ViewerId, body: SessionBody): Promise<Session> {
    const id = newSessionId()
    const idHash = hashSessionId(id)
    if (idHash === null) throw new Error('a new session id has the wrong shape')
    const { name = null, recording = false } = body
    const [userId, publicId] = viewerId === null ? [null, null] : [viewerId, id]
    const at = now()
    const values = { idHash, publicId, userId, name, recording, createdAt: at, lastActivityAt: at }
    return { id, row: await store.insertSession(db, values) }
  }

  /** INVALID_SESSION for one that is not there, and for one of another user alike. */
  async function find(id: string, viewerId: ViewerId): Promise<store.SessionRow> {
    const hash = hashSessionId(id)
    return orInvalid(hash === null ? undefined : await store.findSession(db, hash, viewerId))
  }

  async function use(id: string, viewerId: ViewerId): Promise<OpenSession> {
    const hash = hashSessionId(id)
    const row = orInvalid(hash === null ? undefined : await store.touchSession(db, hash, viewerId, now()))
    return { key: row.id, id, recording: row.recording }
  }

  const take = (key: number, connectionId: string, ttlMs: number, evenIfTaken: boolean) =>
    store.takeLease(db, key, connectionId, ttlMs, evenIfTaken).catch((cause: unknown) => {
      throw isForeignKeyViolation(cause) ? new AppError('INVALID_SESSION', { cause }) : cause
    })

  return {
    create,
    find,

    /**
     * The session that detections go to: the given one, or a new one, which records only with `recording`.
     * INVALID_SESSION when the given one is unknown, of another user, or has ended.
     */
    async open(given: { id?: string | undefined; viewerId: ViewerId; recording?: boolean }): Promise<OpenSession> {
      if (given.id !== undefined) return use(given.id, given.viewerId)
      const { id, row } = await create(given.viewerId, { recording: given.recording ?? false })
      return { key: row.id, id, recording: row.recording }
    },

    list: (userId: number, limit: number, before?: number) => store.listSessions(db, userId, limit, before),

    /** Renames, gives or withdraws consent. A session that has ended can be given none: CONFLICT. */
    async change(id: string, viewerId: ViewerId, changes: SessionChanges): Promise<store.SessionRow> {
      const row = await find(id, viewerId)
      if (changes.recording && row.endedAt) throw new AppError('CONFLICT', { details: ENDED })
      const { name, recording } = changes
      const set = { ...(name !== undefined && { name }), ...(recording !== undefined && { recording }) }
      const changed = Object.keys(set).length === 0 ? row : orInvalid(await store.changeSession(db, row.id, set, now()))
      if (recording !== undefined) recorder.tell(row.id, recording ? 'recording' : 'idle')
      return changed
    },

    /** No detection comes to it any more; its history stays. Ending it twice is no error. */
    async end(id: string, viewerId: ViewerId): Promise<store.SessionRow> {
      const { id: key } = await find(id, viewerId)
      await recorder.flush()
      const ended = orInvalid(await store.endSession(db, key, now()))
      recorder.tell(key, 'gone')
      return ended
    },

    /** Deletes a session with its history; answers the number of its detections. */
    async remove(id: string, viewerId: ViewerId): Promise<number> {
      const { id: key } = await find(id, viewerId)
      recorder.tell(key, 'gone')
      return orInvalid(await store.deleteSession(db, key))
    },

    /**
     * Which connection has a session, known to every process on the database. A connection renews its claim well within
     * `ttlMs`; one that died holds it no longer than that.
     */
    lease: {
      /** False: another connection has it. INVALID_SESSION when the session is gone. */
      claim: (key: number, connectionId: string, ttlMs: number) => take(key, connectionId, ttlMs, false),
      /** Takes it from whoever has it; that one finds out when it renews. */
      takeOver: (key: number, connectionId: string, ttlMs: number) => take(key, connectionId, ttlMs, true),
      /** Whether the connection still has it: `gone` when its session was deleted or has ended. */
      renew: (key: number, connectionId: string, ttlMs: number) => store.renewLease(db, key, connectionId, ttlMs),
      release: (key: number, connectionId: string) => store.dropLease(db, key, connectionId),
    },
  }
}

const ENDED = ['La sesión ha terminado', 'The session has ended'] as const

function orInvalid<T>(found: T | undefined): T {
  if (found === undefined) throw new AppError('INVALID_SESSION')
  return found
}

export type Sessions = ReturnType<typeof createSessions>
