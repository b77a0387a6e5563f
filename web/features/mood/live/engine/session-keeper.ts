import { changeSession, deleteSession, endSession } from '../../../../lib/api/emotions.ts'
import { ApiError } from '../../../../lib/api/error.ts'
import { IDLE, useLive } from '../state/store.ts'
import type { SessionMessage } from '../wire/messages.ts'

/** Nothing left to change is as good as changed. */
const unlessGone = (error: unknown): void => {
  if (!(error instanceof ApiError && error.status === 404)) throw error
}

/** The session behind a reading, and whether it is recorded. The person's switch is the truth, the server follows. */
export class SessionKeeper {
  #record = false

  get record(): boolean {
    return this.#record
  }

  /** Says whether the history is wanted; changes a session that is there. */
  async want(record: boolean): Promise<void> {
    this.#record = record
    const { session } = useLive.getState()
    if (session && session.recording !== record) await this.#agree(session.id)
  }

  async met({ session_id: id, recording }: SessionMessage): Promise<void> {
    useLive.setState({ session: { id, recording } })
    if (this.#record !== recording) await this.#agree(id)
  }

  /** Closes the session; what was recorded stays. */
  async end(): Promise<void> {
    const { session } = useLive.getState()
    if (session) await endSession(session.id).catch(unlessGone)
  }

  /** Erases the session with everything that was kept, here and on the server. */
  async erase(): Promise<void> {
    const { session } = useLive.getState()
    if (session) await deleteSession(session.id).catch(unlessGone)
    const { trail, samples, result, calibration, calibrated } = IDLE
    useLive.setState({ session: null, trail, samples, result, calibration, calibrated })
  }

  async #agree(id: string): Promise<void> {
    const { session } = await changeSession(id, { recording: this.#record })
    if (useLive.getState().session?.id === id) useLive.setState({ session: { id, recording: session.recording } })
  }
}
