import type { Response } from 'undici'

/** More than we take. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** Reads a body, unpacked, and stops where it is larger than `maxBytes`, whatever its header said. */
export async function readBody(response: Response, maxBytes: number): Promise<Buffer> {
  if (!response.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the stream, and with it the connection.
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw new TooLarge('the answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

/** Lets go of an answer whose body nobody reads. */
export async function dropBody(response: Response): Promise<void> {
  await response.body?.cancel()
}
