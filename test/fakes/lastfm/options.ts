/** One listening as the fake took it. */
export type TakenScrobble = Readonly<{ user: string; artist: string; track: string; timestamp: number; album: string }>

/** What a test may set and look at; all of it is read anew with every request. */
export type LastfmFakeOptions = {
  apiKey: string
  secret: string
  /** Session keys and whose they are. */
  sessions: Map<string, string>
  /** Tokens that a user confirmed, with the time in milliseconds when they were given. */
  grants: Map<string, { user: string; at: number }>
  taken: TakenScrobble[]
  playing: Map<string, string>
  /** Scrobbles that an account may send in a day. */
  dailyLimit: number
  /** Calls in five minutes. */
  callsInFiveMinutes: number
  suspended: boolean
}

export const LASTFM_KEY = '0123456789abcdef0123456789abcdef'
export const LASTFM_SECRET = 'fedcba9876543210fedcba9876543210'
export const LASTFM_SESSION = 'sess_example'
export const LASTFM_USER = 'joe'

export const lastfmOptions = (given: Partial<LastfmFakeOptions> = {}): LastfmFakeOptions => ({
  apiKey: LASTFM_KEY,
  secret: LASTFM_SECRET,
  sessions: new Map([[LASTFM_SESSION, LASTFM_USER]]),
  grants: new Map(),
  taken: [],
  playing: new Map(),
  dailyLimit: 2800,
  callsInFiveMinutes: 1500,
  suspended: false,
  ...given,
})
