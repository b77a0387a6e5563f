import { type Ask, type Upstream, UpstreamError } from '../../platform/upstream/types.ts'
import type { Scrobble, Scrobbler } from '../ports.ts'
import { isSendable, listenOf } from './listen.ts'
import { submittedShape, tokenShape } from './shapes.ts'

type Kind = 'playing_now' | 'single' | 'import'
const MOST_AT_ONCE = 100
const asUser = (token: string) => ({ authorization: `Token ${token}` })

/**
 * Sends what a user heard, under the token of that user. Sending a listen twice is harmless: the service knows a listen
 * by user, time and track.
 */
export function createScrobbler(upstream: Upstream): Scrobbler {
  const submit = (token: string, kind: Kind, payload: readonly object[], ask: Ask) =>
    upstream.json(
      {
        family: 'submit-listens',
        method: 'POST',
        path: '/submit-listens',
        headers: asUser(token),
        body: { listen_type: kind, payload },
        schema: submittedShape,
      },
      ask,
    )

  /** One listen that the service finds wrong makes it refuse all that came with it: it is searched for by halves. */
  const send = async (token: string, scrobbles: readonly Scrobble[], ask: Ask): Promise<('taken' | 'ignored')[]> => {
    if (scrobbles.length === 0) return []
    const payload = scrobbles.map((scrobble) => listenOf(scrobble, true))
    try {
      await submit(token, scrobbles.length === 1 ? 'single' : 'import', payload, ask)
      return scrobbles.map(() => 'taken')
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.status !== 400) throw error
      if (scrobbles.length === 1) return ['ignored']
      const half = scrobbles.length >> 1
      const first = await send(token, scrobbles.slice(0, half), ask)
      return [...first, ...(await send(token, scrobbles.slice(half), ask))]
    }
  }

  return {
    mostAtOnce: MOST_AT_ONCE,

    async account(token, ask) {
      const request = { family: 'validate-token', path: '/validate-token', headers: asUser(token), schema: tokenShape }
      const answer = await upstream.json(request, ask)
      if (answer?.valid && answer.user_name) return answer.user_name
      throw new UpstreamError(upstream.name, 'refused', 'ListenBrainz does not know this token')
    },

    async nowPlaying(token, scrobble, ask) {
      if (isSendable(scrobble)) await submit(token, 'playing_now', [listenOf(scrobble, false)], ask)
    },

    async scrobble(token, scrobbles, ask) {
      const sendable = scrobbles.filter(isSendable)
      const outcomes: ('taken' | 'ignored')[] = []
      for (let at = 0; at < sendable.length; at += MOST_AT_ONCE)
        outcomes.push(...(await send(token, sendable.slice(at, at + MOST_AT_ONCE), ask)))
      const outcomeOf = new Map(sendable.map((scrobble, at) => [scrobble, outcomes[at] ?? 'ignored']))
      return scrobbles.map((scrobble) => outcomeOf.get(scrobble) ?? 'ignored')
    },
  }
}
