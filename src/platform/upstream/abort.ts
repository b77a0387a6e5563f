import { setTimeout as delay } from 'node:timers/promises'

export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>

/** Waits without keeping the process alive; rejects with the reason of the signal. */
export const sleep: Sleep = async (milliseconds, signal) => {
  await delay(milliseconds, undefined, { signal, ref: false }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error
  })
}

/**
 * A signal that is given when one of several is, or after a time. `end` lets go of all of them: signals that live as
 * long as the process would otherwise hold on to every call ever made (`AbortSignal.any` did so in Node 20).
 */
export function openScope(parents: readonly (AbortSignal | undefined)[], timeoutMs?: number) {
  const controller = new AbortController()
  const late = new DOMException('took too long', 'TimeoutError')
  const listeners = parents.flatMap((parent) =>
    parent ? [{ parent, stop: () => controller.abort(parent.reason) }] : [],
  )
  for (const { parent, stop } of listeners) {
    if (parent.aborted) stop()
    else parent.addEventListener('abort', stop, { once: true })
  }
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => controller.abort(late), timeoutMs).unref()
  return {
    signal: controller.signal,
    timedOut: () => controller.signal.reason === late,
    end: () => {
      clearTimeout(timer)
      for (const { parent, stop } of listeners) parent.removeEventListener('abort', stop)
    },
  }
}

/** The outcome of work, or at once the reason of the signal; the work goes on by itself. */
export function abandonable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
