import type { IncomingMessage } from 'node:http'

/** More than any client of ours sends at once. */
const LIMIT = 12 * 1024 * 1024

/** The body of a request as text; null: larger than the limit. */
export async function bodyOf(message: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of message) {
    length += (piece as Buffer).length
    if (length <= LIMIT) pieces.push(piece as Buffer)
  }
  return length > LIMIT ? null : Buffer.concat(pieces).toString('utf8')
}
