import type { z } from 'zod'
import { type Ask, type Upstream, UpstreamError } from '../../../platform/upstream/types.ts'
import { signatureOf } from './sign.ts'

export type Keys = Readonly<{ key: string; secret: string }>
type Writing<T> = Readonly<{
  family: 'scrobble' | 'now-playing' | 'session' | 'account'
  values: Readonly<Record<string, string>>
  schema: z.ZodType<T>
}>
export type Write = <T>(writing: Writing<T>, ask: Ask) => Promise<T>

/** Signed calls, as POST. */
export const createWrite =
  (upstream: Upstream, { key, secret }: Keys): Write =>
  async ({ family, values, schema }, ask) => {
    const signed = { ...values, api_key: key }
    const body = new URLSearchParams({ ...signed, api_sig: signatureOf(signed, secret), format: 'json' })
    const answer = await upstream.json({ family, path: '/', method: 'POST', body, schema }, ask)
    if (answer === null) throw new UpstreamError(upstream.name, 'failed', 'Last.fm gave no answer')
    return answer
  }
