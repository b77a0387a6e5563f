import { z } from 'zod'
import type { Answer, Verdict } from '../../../platform/upstream/types.ts'
import { TOO_MANY } from './limits.ts'

const RATE_SECONDS = 60
const QUOTA_SECONDS = 15 * 60
const failure = z.object({
  error: z.object({ message: z.string().catch(''), reason: z.string().optional().catch(undefined) }),
})
const BACK_THEN = 'to new apps in November 2024'
const OF_2026 = 'to apps in development mode in February 2026'
const CLOSED: Readonly<Record<string, string>> = {
  'related-artists': `Spotify closed related artists ${BACK_THEN}`,
  recommendations: `Spotify closed recommendations ${BACK_THEN}`,
  'audio-features': `Spotify closed audio features ${BACK_THEN}`,
  'top-tracks': `Spotify closed the top tracks of artists ${OF_2026}`,
}
/** Their 404 is about the endpoint, whatever was asked for. */
const GONE = new Set(['related-artists', 'recommendations'])

const PREMIUM =
  'Spotify answers an app only while its owner has Premium. After subscribing it can take a few hours until it works.'
const ALLOW_LIST =
  'Spotify does not know this account: add it under "User Management" of the app in its developer dashboard.'

const errorOf = ({ body }: Answer) => failure.safeParse(body).data?.error

/** What Spotify means. Its errors may be JSON, plain text or nothing at all. */
export function examine(answer: Answer, family: string): Verdict | undefined {
  if (answer.status === 429) return wall(answer)
  if (answer.status === 403) return forbidden(answer, family)
  const message = errorOf(answer)?.message ?? ''
  if (answer.status === 404 && GONE.has(family) && message === 'Not Found') return closed(family)
  return answer.status === 400 ? badRequest(message, answer.text) : undefined
}

/** About an id that cannot be one, or about a limit, which some endpoints say with no words at all. */
function badRequest(message: string, text: string): Verdict | undefined {
  if (/\b(invalid|non.existing) (base62 )?id\b/i.test(message)) return { means: 'none' }
  return message === 'Invalid limit' || text === '' ? { means: 'failed', reason: TOO_MANY } : undefined
}

const closed = (family: string): Verdict => ({
  means: 'unable',
  reason: CLOSED[family] ?? `Spotify closed this (${family}) ${OF_2026}`,
})

function forbidden(answer: Answer, family: string): Verdict {
  if (/premium subscription required/i.test(answer.text)) return { means: 'refused', reason: PREMIUM }
  if (/user not registered|may not be registered/i.test(answer.text)) return { means: 'refused', reason: ALLOW_LIST }
  return closed(family)
}

/** Two walls: calls of the last half minute, and a quota of about a day with a wait of up to 24 hours. */
function wall(answer: Answer): Verdict {
  const quota = errorOf(answer)?.reason === 'QUOTA_EXCEEDED'
  const seconds = secondsOf(answer.headers['retry-after']) ?? (quota ? QUOTA_SECONDS : RATE_SECONDS)
  const reason = quota ? "Spotify's quota of this developer account is used up" : 'Spotify asks us to slow down'
  return { means: 'wait', seconds, reason }
}

/** Seconds, or a date. */
function secondsOf(text: string | undefined): number | null {
  if (!text) return null
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}
