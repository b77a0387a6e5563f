import { AppError } from '../../../errors.ts'
import { type Expected, receive, WrongContent } from './receive.ts'

/** How long a server may say nothing, and how long all of it may take. */
export type Patience = Readonly<{ silenceMs: number; wholeMs: number }>

/**
 * Fetches what lies at an address of the configuration into a file that is there only if it is as expected.
 * MODEL_UNAVAILABLE, which says what happened; STORAGE_FAILED.
 */
export async function fetchModel(url: string, file: string, expected: Expected, patience: Patience): Promise<void> {
  const stop = new AbortController()
  const timers = [setTimeout(() => stop.abort(new Error(SLOW)), patience.wholeMs)]
  const heard = () => {
    clearTimeout(timers[1])
    timers[1] = setTimeout(() => stop.abort(new Error(SLOW)), patience.silenceMs)
  }
  try {
    heard()
    const reply = await fetch(url, { signal: stop.signal })
    if (!reply.ok || !reply.body) {
      await reply.body?.cancel()
      throw unavailable(`HTTP ${reply.status}`)
    }
    await receive(listening(reply.body, heard), file, expected)
  } catch (error) {
    throw error instanceof AppError ? error : unavailable(reasonOf(error), error)
  } finally {
    for (const timer of timers) clearTimeout(timer)
    stop.abort()
  }
}

const SLOW = 'the server takes too long'

async function* listening(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

const unavailable = (details: string, cause?: unknown) => new AppError('MODEL_UNAVAILABLE', { details, cause })

/** Words for an administrator; `fetch` itself only says that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof WrongContent || error.message === SLOW) return error.message
  const cause = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : ''
  return `the connection failed${cause}`
}
