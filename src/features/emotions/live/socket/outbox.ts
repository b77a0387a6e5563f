import type { WebSocket } from 'ws'
import type { AppError, Language } from '../../../../errors.ts'
import type { ServerMessage } from '../contract.ts'

/** A client that has this much unread gets no new results until it reads. */
const CONGESTED_BYTES = 512 * 1024
/** A client that lets this much pile up never reads. */
const HOPELESS_BYTES = 4 * 1024 * 1024

/** What leaves through one socket: messages while it is open, never more than a bounded heap of them. */
export function createOutbox(socket: WebSocket, language: Language) {
  function send(message: ServerMessage): void {
    if (socket.readyState !== socket.OPEN) return
    socket.send(JSON.stringify(message))
    if (socket.bufferedAmount > HOPELESS_BYTES) socket.terminate()
  }
  return {
    send,
    fail(error: AppError, frameNumber?: number): void {
      const body = error.toBody(language)
      send({ type: 'error', ...body, ...(frameNumber !== undefined && { frame_number: frameNumber }) })
    },
    isCongested: () => socket.bufferedAmount > CONGESTED_BYTES,
    /** Says goodbye; a client that does not answer is cut off by the socket library after a while. */
    close: (code: number, reason: string) => socket.close(code, reason),
  }
}
