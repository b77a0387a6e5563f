/** One made-up catalogue that all fakes tell of, each in its own words. */
export type WorldCredit = Readonly<{ artist: number; name: string; joinPhrase: string }>
export type WorldArtist = Readonly<{
  /** Its place in `World.artists`. */
  key: number
  name: string
  sortName: string
  aliases: readonly string[]
  kind: 'Person' | 'Group'
  country: string
  countryName: string
  begin: string
  end: string
  disambiguation: string
  genres: readonly Readonly<{ name: string; count: number }>[]
  mbid: string
  /** Ids that were merged into `mbid`: MusicBrainz answers them with the new one. */
  mergedMbids: readonly string[]
  spotifyId: string
  deezerId: number
  itunesId: number
  audiodbId: string
  discogsId: number
  wikidataId: string
  /** Where the artist is unknown: 'deezer', 'spotify', 'musicbrainz', 'itunes', 'audiodb', 'discogs', 'lastfm', 'wikipedia'. */
  unknownTo: readonly string[]
  popularity: number
  followers: number
  listeners: number
  plays: number
  /** By language; none: the artist has no page. */
  biography: Readonly<Partial<Record<'en' | 'es', string>>>
  similar: readonly Readonly<{ artist: number; score: number }>[]
  /** Keys of albums whose first credit this is. */
  albums: readonly number[]
  website: string
}>
export type WorldTrack = Readonly<{
  recordingMbid: string
  trackMbid: string
  title: string
  lengthMs: number | null
  isrcs: readonly string[]
  /** Empty: those of the album. */
  credits: readonly WorldCredit[]
  explicit: boolean
  spotifyId: string
  deezerId: number
  itunesId: number
  plays: number
  valence: number
  energy: number
  tempo: number
  /** LRC; null: no words are known. */
  lyrics: string | null
}>
export type WorldEdition = Readonly<{
  mbid: string
  title: string
  date: string
  country: string
  format: string
  label: string
  barcode: string
  status: 'Official' | 'Bootleg' | 'Promotion'
  discs: readonly (readonly WorldTrack[])[]
}>
export type WorldAlbum = Readonly<{
  key: number
  title: string
  primaryType: 'Album' | 'EP' | 'Single'
  secondaryTypes: readonly ('Live' | 'Compilation' | 'Remix' | 'Soundtrack')[]
  /** '' , YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string
  credits: readonly WorldCredit[]
  genres: readonly string[]
  mbid: string
  spotifyId: string
  deezerId: number
  itunesId: number
  audiodbId: string
  discogsMaster: number
  unknownTo: readonly string[]
  /** The first one stands for all. */
  editions: readonly WorldEdition[]
  story: string | null
  /** Of its cover, as #rrggbb: fakes draw it. null: no cover anywhere. */
  color: string | null
}>
export type World = Readonly<{ artists: readonly WorldArtist[]; albums: readonly WorldAlbum[] }>
