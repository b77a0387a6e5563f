type SpotifyMode = 'dev2026' | 'extended'

/** What a test may set and look at; all of it is read anew with every request. */
export type SpotifyFakeOptions = {
  mode: SpotifyMode
  clientId: string
  clientSecret: string
  /** The owner of the app pays for Premium. */
  premium: boolean
  /** The account is on the list of the app. */
  allowListed: boolean
  /** How long a token lives. */
  tokenSeconds: number
  /** Tokens given so far. */
  tokens: Map<string, number>
  /** Calls in 30 seconds. */
  callsIn30Seconds: number
  /** Calls of one family in 24 hours; then QUOTA_EXCEEDED. */
  quota: number
  /** What its Retry-After says; null: it has none. */
  quotaSeconds: number | null
}

export const SPOTIFY_ID = 'c0ffee00c0ffee00c0ffee00c0ffee00'
export const SPOTIFY_SECRET = '5ec4e7005ec4e7005ec4e7005ec4e700'

export const spotifyOptions = (given: Partial<SpotifyFakeOptions> = {}): SpotifyFakeOptions => ({
  mode: 'dev2026',
  clientId: SPOTIFY_ID,
  clientSecret: SPOTIFY_SECRET,
  premium: true,
  allowListed: true,
  tokenSeconds: 3600,
  tokens: new Map(),
  callsIn30Seconds: 180,
  quota: Number.POSITIVE_INFINITY,
  quotaSeconds: 48_925,
  ...given,
})
