import { z } from 'zod'
import type { Scrobbler } from '../../ports.ts'
import { words } from '../shapes.ts'
import type { Write } from './call.ts'

const API_HOST = 'ws.audioscrobbler.com'
const PAGE = 'https://www.last.fm/api/auth/'
const session = z.object({ session: z.object({ name: words, key: z.string().min(1) }) })

/** Where users confirm: beside the API on a server of one's own, on the site otherwise. */
const pageOf = (baseUrl: string) => {
  const { hostname, origin } = new URL(baseUrl)
  return hostname === API_HOST ? PAGE : `${origin}/api/auth/`
}

/** The web flow: the callback gets `token`, which is good for an hour and for one use. */
export function createSignIn(write: Write, baseUrl: string, key: string): NonNullable<Scrobbler['signIn']> {
  return {
    url: (callback) => `${pageOf(baseUrl)}?${new URLSearchParams({ api_key: key, cb: callback })}`,
    async token(grant, ask) {
      const values = { method: 'auth.getSession', token: grant }
      const found = await write({ family: 'session', values, schema: session }, ask)
      return { token: found.session.key, account: found.session.name }
    },
  }
}
