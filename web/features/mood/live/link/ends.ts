/** Why a connection is over for good. */
export type End = 'taken' | 'inactive' | 'ended' | 'tooMany' | 'signedOut' | 'refused' | 'tooLarge'
/** What to do after a close: try again (for which reason), or stop and say why. */
export type After = { again: true; why: 'lost' | 'busy' } | { again: false; why: End }

const stop = (why: End): After => ({ again: false, why })

const OF_ERROR: Readonly<Record<string, End>> = {
  INVALID_SESSION: 'ended',
  AUTH_REQUIRED: 'signedOut',
  INVALID_TOKEN: 'signedOut',
  RATE_LIMIT_EXCEEDED: 'tooMany',
  INVALID_PARAMETER: 'refused',
}

/** Reads a close code, with the last error the server named before it. */
export function afterClose(code: number, reason: string, lastError: string | null): After {
  if (code === 4001) return stop('taken')
  // Our own goodbye is not heard any more, so this is the server's: nothing came for too long.
  if (code === 1000) return stop('inactive')
  if (code === 1009) return stop('tooLarge')
  if (code === 1008 && /ended/.test(reason)) return stop('ended')
  if (code === 1008) return stop((lastError !== null ? OF_ERROR[lastError] : undefined) ?? 'tooMany')
  if (code === 1013) return { again: true, why: 'busy' }
  if (lastError === 'AUTH_REQUIRED' || lastError === 'INVALID_SESSION') return stop(OF_ERROR[lastError] ?? 'ended')
  return { again: true, why: lastError === 'SERVICE_UNAVAILABLE' ? 'busy' : 'lost' }
}
