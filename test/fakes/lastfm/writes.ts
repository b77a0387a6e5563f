import { createHash, randomUUID } from 'node:crypto'
import type { FakeReply } from '../types.ts'
import { LASTFM_USER, type LastfmFakeOptions } from './options.ts'
import { failed } from './replies.ts'

type Values = URLSearchParams
type Call = Readonly<{ options: LastfmFakeOptions; values: Values; at: number }>

const DAY = 86_400
const HOUR_MS = 3_600_000
const MOST = 50

/** MD5 of everything but `format` and `callback`, in ASCII order, with the secret behind it. */
function signature(values: Values, secret: string): string {
  const names = [...new Set(values.keys())].filter((name) => !['format', 'callback', 'api_sig'].includes(name))
  const text = names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((name) => `${name}${values.get(name)}`)
  return createHash('md5')
    .update(text.join('') + secret, 'utf8')
    .digest('hex')
}

const corrected = (text: string | null) => ({ corrected: '0', '#text': text ?? '' })
const ignored = (code: number) => ({ code: String(code), '#text': code === 0 ? '' : 'Ignored' })

function describeOne(values: Values, suffix: string) {
  const part = (name: string) => corrected(values.get(`${name}${suffix}`))
  return { artist: part('artist'), track: part('track'), album: part('album'), albumArtist: part('albumArtist') }
}

function ignoredCode(values: Values, suffix: string, { options, at }: Call, user: string): number {
  const time = Number(values.get(`timestamp${suffix}`))
  const now = at / 1000
  if (/^unknown( artist)?$/i.test(values.get(`artist${suffix}`) ?? '')) return 1
  if (/^unknown( track)?$/i.test(values.get(`track${suffix}`) ?? '')) return 2
  if (time < now - 14 * DAY) return 3
  if (time > now + DAY) return 4
  const today = options.taken.filter((one) => one.user === user).length
  return today >= options.dailyLimit ? 5 : 0
}

function scrobble(call: Call, user: string): FakeReply {
  const { values, options } = call
  const numbers = [...values.keys()].flatMap(
    (name) => /^artist(\[\d+\])?$/.exec(name)?.[1] ?? (name === 'artist' ? [''] : []),
  )
  const suffixes = [...new Set(numbers)].sort((a, b) => Number(a.slice(1, -1)) - Number(b.slice(1, -1)))
  const complete = suffixes.every(
    (suffix) => values.get(`track${suffix}`) && /^\d+$/.test(values.get(`timestamp${suffix}`) ?? ''),
  )
  if (suffixes.length === 0 || suffixes.length > MOST || !complete) return failed(6)
  const results = suffixes.map((suffix) => {
    const code = ignoredCode(values, suffix, call, user)
    const timestamp = values.get(`timestamp${suffix}`) ?? ''
    const [artist, track, album] = ['artist', 'track', 'album'].map((name) => values.get(`${name}${suffix}`) ?? '')
    const one = { user, artist: artist ?? '', track: track ?? '', album: album ?? '', timestamp: Number(timestamp) }
    const double = options.taken.some(
      (other) => other.user === user && other.timestamp === one.timestamp && other.track === one.track,
    )
    if (code === 0 && !double) options.taken.push(one)
    return { ...describeOne(values, suffix), timestamp, ignoredMessage: ignored(code) }
  })
  const refused = results.filter(({ ignoredMessage }) => ignoredMessage.code !== '0').length
  const body = {
    scrobbles: {
      scrobble: results.length === 1 ? results[0] : results,
      '@attr': { accepted: results.length - refused, ignored: refused },
    },
  }
  return { body }
}

function nowPlaying({ values, options }: Call, user: string): FakeReply {
  if (!values.get('artist') || !values.get('track')) return failed(6)
  options.playing.set(user, values.get('track') ?? '')
  return { body: { nowplaying: { ...describeOne(values, ''), ignoredMessage: ignored(0) } } }
}

function session({ values, options, at }: Call): FakeReply {
  const grant = options.grants.get(values.get('token') ?? '')
  if (!grant) return failed(14)
  options.grants.delete(values.get('token') ?? '')
  if (at - grant.at > HOUR_MS) return failed(15)
  const key = `sk${randomUUID().replaceAll('-', '')}`
  options.sessions.set(key, grant.user)
  return { body: { session: { name: grant.user, key, subscriber: 0 } } }
}

const account = (_call: Call, user: string): FakeReply => ({
  body: {
    user: {
      name: user,
      realname: '',
      url: `https://www.last.fm/user/${user}`,
      playcount: '12',
      image: [],
      subscriber: '0',
    },
  },
})

const OF_A_USER: Readonly<Record<string, (call: Call, user: string) => FakeReply>> = {
  'track.scrobble': scrobble,
  'track.updatenowplaying': nowPlaying,
  'user.getinfo': account,
}
const POST_ONLY = ['track.scrobble', 'track.updatenowplaying']

export const isSigned = (method: string) => method === 'auth.getsession' || method in OF_A_USER

/** Calls that must carry a signature; writes only as POST. */
export function signed(method: string, verb: string, call: Call): FakeReply {
  const { values, options } = call
  if (POST_ONLY.includes(method) && verb !== 'POST')
    return failed(3, 'Invalid Method - This method must be called with POST')
  if (values.get('api_sig') !== signature(values, options.secret)) return failed(13)
  if (method === 'auth.getsession') return session(call)
  const user = options.sessions.get(values.get('sk') ?? '')
  return user ? (OF_A_USER[method]?.(call, user) ?? failed(3)) : failed(9)
}

/** The page where a user says yes: here everybody does, at once. */
export function confirmPage(query: URLSearchParams, options: LastfmFakeOptions, at: number): FakeReply {
  const back = query.get('cb') ?? ''
  if (query.get('api_key') !== options.apiKey || !URL.canParse(back)) {
    return { status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>Invalid API key</h1>' }
  }
  const token = randomUUID().replaceAll('-', '')
  options.grants.set(token, { user: LASTFM_USER, at })
  const target = new URL(back)
  target.searchParams.set('token', token)
  return { status: 302, headers: { location: target.href } }
}
