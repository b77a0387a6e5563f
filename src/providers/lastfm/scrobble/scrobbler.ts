import { z } from 'zod'
import { UpstreamError } from '../../../platform/upstream/types.ts'
import type { Scrobble, Scrobbler } from '../../ports.ts'
import { count, listOf, maybe, words } from '../shapes.ts'
import type { createWrite, Write } from './call.ts'
import { createSignIn } from './sign-in.ts'

const MOST = 50
/** `ignoredMessage`: too many scrobbles today. The others (artist, track, too old, too new) stay true. */
const DAILY_LIMIT = 5
const HOUR = 3_600_000

const ignored = maybe(z.object({ code: count }))
const scrobbled = z.object({ scrobbles: z.object({ scrobble: listOf(z.object({ ignoredMessage: ignored })) }) })
const playing = z.object({ nowplaying: z.object({}) })
const user = z.object({ user: z.object({ name: words }) })

/** What Last.fm is told of one listening; it counts seconds. */
function valuesOf(scrobble: Scrobble): Record<string, string> {
  const { artist, track, album, albumArtist, trackNumber, durationMs, recordingMbid } = scrobble
  return {
    artist,
    track,
    ...(album && { album }),
    ...(albumArtist && { albumArtist }),
    ...(trackNumber !== null && { trackNumber: String(trackNumber) }),
    ...(durationMs !== null && { duration: String(Math.round(durationMs / 1000)) }),
    ...(recordingMbid && { mbid: recordingMbid }),
  }
}

const timed = (scrobble: Scrobble) => ({
  ...valuesOf(scrobble),
  timestamp: String(Math.floor(scrobble.startedAt.getTime() / 1000)),
})

/** Fifty listenings in one call: `artist[0]`, `track[0]` ... */
const numbered = (scrobbles: readonly Scrobble[]) =>
  Object.fromEntries(
    scrobbles.flatMap((scrobble, at) =>
      Object.entries(timed(scrobble)).map(([name, value]) => [`${name}[${at}]`, value]),
    ),
  )

function outcomes(codes: readonly number[], sent: number): ('taken' | 'ignored')[] {
  if (codes.length !== sent) {
    throw new UpstreamError('lastfm', 'broken', 'Last.fm answered for a different number of scrobbles')
  }
  if (codes.length > 0 && codes.every((code) => code === DAILY_LIMIT)) {
    const until = new Date(Date.now() + HOUR)
    throw new UpstreamError('lastfm', 'busy', 'Last.fm takes no more scrobbles of this account today', { until })
  }
  return codes.map((code) => (code === 0 ? 'taken' : 'ignored'))
}

async function send(write: Write, sk: string, scrobbles: readonly Scrobble[], ask: Parameters<Write>[1]) {
  if (scrobbles.length === 0) return []
  if (scrobbles.length > MOST) throw new RangeError(`Last.fm takes at most ${MOST} scrobbles at once`)
  const values = { ...numbered(scrobbles), method: 'track.scrobble', sk }
  const found = await write({ family: 'scrobble', values, schema: scrobbled }, ask)
  const codes = found.scrobbles.scrobble.map(({ ignoredMessage }) => ignoredMessage?.code ?? 0)
  return outcomes(codes, scrobbles.length)
}

/** Listenings for a Last.fm account; its token is the session key. */
export function createScrobbler(write: ReturnType<typeof createWrite>, baseUrl: string, key: string): Scrobbler {
  return {
    mostAtOnce: MOST,
    async account(sk, ask) {
      const { user: found } = await write(
        { family: 'account', values: { method: 'user.getInfo', sk }, schema: user },
        ask,
      )
      return found.name
    },
    async nowPlaying(sk, scrobble, ask) {
      const values = { ...valuesOf(scrobble), method: 'track.updateNowPlaying', sk }
      await write({ family: 'now-playing', values, schema: playing }, ask)
    },
    scrobble: (sk, scrobbles, ask) => send(write, sk, scrobbles, ask),
    signIn: createSignIn(write, baseUrl, key),
  }
}
