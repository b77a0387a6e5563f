import { z } from 'zod'
import type { Answer, Verdict } from '../../platform/upstream/types.ts'

const errorShape = z.object({ error: z.object({ code: z.string(), info: z.string().nullish() }) })
/** What is asked of us where an answer does not say. */
const LEAST_SECONDS = 5
const NOTHING = ['no-such-entity', 'missingtitle', 'invalidtitle']
const BUSY = ['maxlag', 'ratelimited', 'readonly']
/** An old endpoint that is expected to go one day. */
export const SUMMARY = 'summary'
const PASSING = /^internal_api_error/

const pause = ({ headers }: Answer, reason: string): Verdict => {
  const asked = headers['retry-after']
  const seconds = asked && /^\d+$/.test(asked) ? Number(asked) : LEAST_SECONDS
  return { means: 'wait', seconds: Math.max(LEAST_SECONDS, seconds), reason }
}

/** The Action API says with status 200 that it is too busy, or that it did not understand. */
export function examine(answer: Answer, family: string): Verdict | undefined {
  const datedRetry = answer.headers['retry-after'] && !/^\d+$/.test(answer.headers['retry-after'])
  if (answer.status === 429 && !datedRetry) return pause(answer, 'Wikimedia takes no more calls for a moment')
  if (answer.status === 403 && family === SUMMARY)
    return { means: 'unable', reason: 'Wikipedia has closed its summaries; introductions of articles are used instead' }
  if (answer.status !== 200) return undefined
  const error = errorShape.safeParse(answer.body).data?.error
  if (!error) return undefined
  if (NOTHING.includes(error.code)) return { means: 'none' }
  if (BUSY.includes(error.code)) return pause(answer, `Wikimedia is busy (${error.code})`)
  if (PASSING.test(error.code)) return { means: 'again', reason: `Wikimedia had a fault (${error.code})` }
  return { means: 'failed', reason: `Wikimedia refused the call (${error.code})` }
}
