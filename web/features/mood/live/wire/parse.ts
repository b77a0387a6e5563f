import type { ServerMessage } from './messages.ts'

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null

/** What a message of each kind must hold before the page touches it. */
const HOLDS: Readonly<Record<ServerMessage['type'], (message: Loose) => boolean>> = {
  session: ({ session_id: id }) => typeof id === 'string',
  emotion_result: ({ frame_number: number, detection, faces }) =>
    typeof number === 'number' && isObject(detection) && isObject(detection.scores) && Array.isArray(faces),
  control_ack: ({ action }) => typeof action === 'string',
  calibration: ({ state }) => state === 'done' || state === 'failed',
  error: ({ error }) => isObject(error) && typeof error.code === 'string',
}
const isKnown = (type: unknown): type is ServerMessage['type'] => typeof type === 'string' && Object.hasOwn(HOLDS, type)

/** A message of the server, or null for what this page does not know; a newer server may say more. */
export function parseMessage(text: string): ServerMessage | null {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    // Not JSON: nothing that was meant for us.
    return null
  }
  if (!isObject(message) || !isKnown(message.type)) return null
  return HOLDS[message.type](message) ? (message as unknown as ServerMessage) : null
}
