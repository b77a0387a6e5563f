import { z } from 'zod'

const baseUrl = (fallback: string) =>
  z
    .url({ protocol: /^https?$/ })
    .default(fallback)
    .transform((url) => url.replace(/\/+$/, ''))
/** `{lang}` stands for the language. */
const perLanguage = (fallback: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text.replace('{lang}', 'en')) && /^https?:/.test(text), 'expected an address')
    .default(fallback)
    .transform((url) => url.replace(/\/+$/, ''))
const secret = z.string().min(1).max(500).optional()

/** The variables of all providers; keys are optional, addresses have the real ones as defaults. */
export const providerEnvironment = {
  OFFLINE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  CONTACT_EMAIL: z.email().optional(),
  MUSICBRAINZ_BASE_URL: baseUrl('https://musicbrainz.org/ws/2'),
  COVERART_BASE_URL: baseUrl('https://coverartarchive.org'),
  LISTENBRAINZ_BASE_URL: baseUrl('https://api.listenbrainz.org/1'),
  LISTENBRAINZ_LABS_BASE_URL: baseUrl('https://labs.api.listenbrainz.org'),
  WIKIPEDIA_BASE_URL: perLanguage('https://{lang}.wikipedia.org'),
  WIKIDATA_BASE_URL: baseUrl('https://www.wikidata.org'),
  COMMONS_BASE_URL: baseUrl('https://commons.wikimedia.org'),
  DEEZER_BASE_URL: baseUrl('https://api.deezer.com'),
  ITUNES_BASE_URL: baseUrl('https://itunes.apple.com'),
  THEAUDIODB_BASE_URL: baseUrl('https://www.theaudiodb.com/api/v1/json'),
  LRCLIB_BASE_URL: baseUrl('https://lrclib.net/api'),
  RECCOBEATS_BASE_URL: baseUrl('https://api.reccobeats.com/v1'),
  LASTFM_BASE_URL: baseUrl('https://ws.audioscrobbler.com/2.0'),
  SPOTIFY_API_BASE_URL: baseUrl('https://api.spotify.com/v1'),
  SPOTIFY_ACCOUNTS_BASE_URL: baseUrl('https://accounts.spotify.com'),
  DISCOGS_BASE_URL: baseUrl('https://api.discogs.com'),
  LASTFM_API_KEY: secret,
  LASTFM_API_SECRET: secret,
  SPOTIFY_CLIENT_ID: secret,
  SPOTIFY_CLIENT_SECRET: secret,
  SPOTIFY_MARKET: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
  DISCOGS_TOKEN: secret,
  LISTENBRAINZ_TOKEN: secret,
  THEAUDIODB_API_KEY: z.string().min(1).max(100).default('123'),
}
const shape = z.object(providerEnvironment)
export type ProviderEnvironment = z.infer<typeof shape>

/** Variables that mean something only together. */
const GROUPS = [
  ['SPOTIFY_CLIENT_ID', 'SPOTIFY_CLIENT_SECRET'],
  ['LASTFM_API_SECRET', 'LASTFM_API_KEY'],
] as const

/** What is half-filled, as sentences: a Spotify id without its secret, a Last.fm secret without its key. */
export function halfFilled(values: ProviderEnvironment): string[] {
  const [spotify, lastfm] = GROUPS
  const missing = [...spotify].filter((name) => !values[name])
  return [
    ...(missing.length === 1 ? [`${missing[0]} is missing: ${spotify.join(' and ')} go together.`] : []),
    ...(values[lastfm[0]] && !values[lastfm[1]] ? [`${lastfm[1]} is missing: ${lastfm[0]} needs it.`] : []),
  ]
}
