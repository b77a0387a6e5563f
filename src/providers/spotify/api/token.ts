import { z } from 'zod'
import type { ServiceOptions } from '../../../platform/upstream/options.ts'
import { type Answer, type Ask, type Upstream, UpstreamError, type Verdict } from '../../../platform/upstream/types.ts'

/** Seconds before its end at which a token is not used any more. */
const MARGIN = 60
/** Kept by nobody but us; saying so makes it a read, which may be tried again after a passing fault. */
const KEEP = { hit: 0, miss: 0 }
const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const refusal = z.object({ error: z.string() })

export const ACCOUNT_LIMITS: ServiceOptions['limits'] = { everyMs: 0, concurrency: 1, timeoutMs: 10_000, retries: 2 }

/** OAuth errors are texts, other than those of the API. */
export function examineAccounts({ body }: Answer): Verdict | undefined {
  const parsed = refusal.safeParse(body)
  if (!parsed.success) return undefined
  const reason =
    parsed.data.error === 'invalid_client'
      ? 'Spotify does not take SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET'
      : `Spotify gave no token: ${parsed.data.error}`
  return { means: 'refused', reason }
}

export type Token = Readonly<{
  current(): Promise<string>
  /** After a 401: the next `current()` is a new one. True: there is one. */
  renew(): Promise<boolean>
}>

/** The app's own token (client credentials): asked for once, however many wait for it. */
export function createToken(accounts: Upstream, id: string, secret: string, now: () => number = Date.now): Token {
  const ask: Ask = { priority: 'person' }
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  let held: { text: string; until: number } | null = null
  let asking: Promise<string> | null = null

  const fetchToken = async () => {
    const found = await accounts.json(
      {
        family: 'token',
        path: '/api/token',
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
        schema: granted,
        keep: KEEP,
      },
      ask,
    )
    if (!found) throw new UpstreamError(accounts.name, 'failed', 'Spotify gave no token')
    held = { text: found.access_token, until: now() + (found.expires_in - MARGIN) * 1000 }
    return held.text
  }
  const once = () => {
    asking ??= fetchToken().finally(() => {
      asking = null
    })
    return asking
  }
  return {
    current: async () => (held && held.until > now() ? held.text : once()),
    async renew() {
      held = null
      await once()
      return true
    },
  }
}
