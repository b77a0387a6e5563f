import { z } from 'zod'
import type { Answer, Verdict } from '../../platform/upstream/types.ts'

const WAIT_SECONDS = 60
const NOT_FOUND = 6
const failure = z.object({ error: z.coerce.number().int(), message: z.string().catch('') })

const refused = (reason: string): Verdict => ({ means: 'refused', reason })
const again = (reason: string): Verdict => ({ means: 'again', reason })
const failed = (reason: string): Verdict => ({ means: 'failed', reason })

/** What the numbers mean; they come with any status, 200 too. */
const MEANINGS: Readonly<Record<number, Verdict>> = {
  4: refused('Last.fm could not sign in with this'),
  8: again('Last.fm could not do it just now'),
  9: refused('Last.fm does not take the sign-in of this account any more: connect it again'),
  10: refused('Last.fm does not know this API key (LASTFM_API_KEY)'),
  11: again('Last.fm is offline'),
  13: failed('Last.fm does not accept our signature: check LASTFM_API_SECRET'),
  14: refused('This sign-in was not confirmed at Last.fm'),
  15: refused('This sign-in has expired: start it again'),
  16: again('Last.fm is not available just now'),
  17: failed('Last.fm shows this to its owner only'),
  26: refused('Last.fm has suspended this API key (LASTFM_API_KEY)'),
  29: { means: 'wait', seconds: WAIT_SECONDS, reason: 'Last.fm asks us to slow down' },
}

function meaningOf(body: unknown): Verdict | undefined {
  const parsed = failure.safeParse(body)
  if (!parsed.success) return undefined
  const { error, message } = parsed.data
  return MEANINGS[error] ?? failed(`Last.fm answered with error ${error}: ${message}`)
}

/** Of reads: error 6 says that there is no such artist, album or track. */
export function examine({ body }: Answer): Verdict | undefined {
  const code = failure.safeParse(body).data?.error
  return code === NOT_FOUND ? { means: 'none' } : meaningOf(body)
}

/** Of writes. */
export const examineWrite = ({ body }: Answer): Verdict | undefined => meaningOf(body)
