import type { Ask } from '../platform/upstream/types.ts'

/**
 * What Animo asks of services on the internet, as small questions. A provider answers those it can. Null or an empty
 * list means "asked, and there is nothing"; an `UpstreamError` means "could not ask". Times are milliseconds where the
 * name ends in Ms, dates are YYYY, YYYY-MM or YYYY-MM-DD, '' when unknown.
 */
export type { Ask } from '../platform/upstream/types.ts'

/** Ids by provider: `{ musicbrainz: 'uuid', spotify: '22 characters', deezer: '27' }`. */
export type Ids = Readonly<Record<string, string>>
export type Picture = Readonly<{ url: string; width: number | null; height: number | null }>

export const RELEASE_TYPES = ['album', 'ep', 'single', 'compilation', 'live', 'remix', 'soundtrack', 'other'] as const
export type ReleaseType = (typeof RELEASE_TYPES)[number]

/** What we know of something when we ask about it. */
export type ArtistRef = Readonly<{ name: string; ids: Ids }>
export type AlbumRef = Readonly<{ title: string; artist: ArtistRef; ids: Ids; upc: string | null; date: string }>
export type TrackRef = Readonly<{
  title: string
  artist: string
  album: string | null
  durationMs: number | null
  isrc: string | null
  ids: Ids
}>

export type FoundArtist = Readonly<{
  name: string
  ids: Ids
  /** Tells artists of one name apart: "dream pop band". */
  disambiguation: string
  genres: readonly string[]
  picture: Picture | null
  /** 0 to 100. */
  popularity: number | null
  followers: number | null
  aliases: readonly string[]
  /** 0 to 1: how well it answers the question, by the provider. */
  score: number
}>

export type ArtistDetails = Readonly<{
  name: string
  sortName: string | null
  /** Also those of other services that this one knows. */
  ids: Ids
  disambiguation: string
  kind: 'person' | 'group' | 'orchestra' | 'choir' | 'character' | 'other' | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  begin: string
  end: string
  genres: readonly Genre[]
  aliases: readonly string[]
  links: readonly Readonly<{ kind: string; url: string }>[]
}>

/** Weight 0 to 1, the strongest of an answer being 1. */
export type Genre = Readonly<{ name: string; weight: number }>
export type CreditedArtist = Readonly<{ name: string; ids: Ids; role: 'main' | 'featured'; joinPhrase: string }>

/** An album as a release group: its editions are folded into it. */
export type FoundAlbum = Readonly<{
  title: string
  ids: Ids
  type: ReleaseType
  date: string
  credits: readonly CreditedArtist[]
  genres: readonly string[]
  upc: string | null
  trackCount: number | null
  cover: Picture | null
  disambiguation: string
}>

export type FoundTrack = Readonly<{
  title: string
  ids: Ids
  disc: number
  position: number | null
  durationMs: number | null
  isrcs: readonly string[]
  explicit: boolean | null
  /** Empty: those of the album. */
  credits: readonly CreditedArtist[]
  /** 0 to 100. */
  popularity: number | null
}>

export type Edition = Readonly<{
  id: string
  title: string
  date: string
  country: string | null
  /** CD, Vinyl, Digital Media ... */
  format: string | null
  label: string | null
  upc: string | null
  trackCount: number | null
  status: string | null
}>

/** What is on an album: its editions, and the tracks of the one that stands for all. */
export type AlbumContents = Readonly<{
  /** Which album this is, as `FoundAlbum.ids` has it. */
  ids: Ids
  label: string | null
  upc: string | null
  editions: readonly Edition[]
  tracks: readonly FoundTrack[]
}>

export type ArtistSearch = Readonly<{
  /** Asked only when nobody else finds anything: nobody wants to wait for it. */
  slow?: boolean
  /** Best first. */
  searchArtists(query: string, limit: number, ask: Ask): Promise<readonly FoundArtist[]>
  artist(id: string, ask: Ask): Promise<FoundArtist | null>
}>
/** Who an artist is: names, dates, and ids at other services. */
export type Identity = Readonly<{
  details(artist: ArtistRef, ask: Ask): Promise<ArtistDetails | null>
  /** The id here of what another service shows at an address (an artist page of Spotify or Deezer). */
  artistByUrl(url: string, ask: Ask): Promise<string | null>
}>
export type Discography = Readonly<{
  /** Asked only when nobody else knows anything: its pace would hold up everything. */
  slow?: boolean
  /** Every release group; may take several calls. */
  albums(artist: ArtistRef, ask: Ask): Promise<readonly FoundAlbum[]>
  album(id: string, ask: Ask): Promise<FoundAlbum | null>
}>
export type AlbumTracks = Readonly<{
  contents(album: AlbumRef, ask: Ask): Promise<AlbumContents | null>
  /** Where one call brings many albums: pages of them, until all were seen. Editions of one album may be on several pages. */
  contentsOfArtist?(artist: ArtistRef, ask: Ask): AsyncIterable<readonly AlbumContents[]>
}>
export type TrackLookup = Readonly<{
  track(id: string, ask: Ask): Promise<(FoundTrack & { album: FoundAlbum | null }) | null>
  byIsrc(isrc: string, ask: Ask): Promise<FoundTrack | null>
}>
/** Plain text, no markup: whoever fills this strips it. */
export type Prose = Readonly<{
  summary: string
  content: string
  language: string
  url: string | null
  licence: string
}>
export type Biography = Readonly<{
  biography(artist: ArtistRef, languages: readonly string[], ask: Ask): Promise<Prose | null>
}>
export type AlbumStory = Readonly<{
  story(album: AlbumRef, languages: readonly string[], ask: Ask): Promise<Prose | null>
}>
export type ArtistImages = Readonly<{ images(artist: ArtistRef, ask: Ask): Promise<readonly Picture[]> }>
export type CoverArt = Readonly<{ covers(album: AlbumRef, ask: Ask): Promise<readonly Picture[]> }>
export type Genres = Readonly<{ genres(artist: ArtistRef, ask: Ask): Promise<readonly Genre[]> }>
/** Score 0 to 1, best first, without doubles. */
export type SimilarArtist = Readonly<{ name: string; ids: Ids; score: number }>
export type SimilarArtists = Readonly<{
  similar(artist: ArtistRef, limit: number, ask: Ask): Promise<readonly SimilarArtist[]>
}>
/** Listeners and plays as counted there; `popularity` 0 to 100 where the service has such a number. */
export type PopularityCounts = Readonly<{
  popularity: number | null
  followers: number | null
  listeners: number | null
  plays: number | null
}>
export type Popularity = Readonly<{
  ofArtist(artist: ArtistRef, ask: Ask): Promise<PopularityCounts | null>
  ofTrack?(track: TrackRef, ask: Ask): Promise<PopularityCounts | null>
}>
export type TopTracks = Readonly<{
  topTracks(artist: ArtistRef, limit: number, ask: Ask): Promise<readonly FoundTrack[]>
}>
export type FoundLyrics = Readonly<{ instrumental: boolean; plain: string | null; synced: string | null }>
export type Lyrics = Readonly<{ lyrics(track: TrackRef, ask: Ask): Promise<FoundLyrics | null> }>
/** 0 to 1, tempo in beats a minute, loudness in dB. */
export type Features = Readonly<{
  isrc: string | null
  ids: Ids
  valence: number | null
  energy: number | null
  danceability: number | null
  acousticness: number | null
  instrumentalness: number | null
  tempo: number | null
  loudness: number | null
}>
export type AudioFeatures = Readonly<{ features(tracks: readonly TrackRef[], ask: Ask): Promise<readonly Features[]> }>
/** Tracks that go with others. */
export type Recommendations = Readonly<{
  recommend(
    seeds: Readonly<{ artists: readonly ArtistRef[]; tracks: readonly TrackRef[] }>,
    limit: number,
    ask: Ask,
  ): Promise<readonly (FoundTrack & { album: FoundAlbum | null })[]>
}>

/** One listening: `startedAt` is when it began. */
export type Scrobble = Readonly<{
  artist: string
  track: string
  album: string | null
  albumArtist: string | null
  trackNumber: number | null
  durationMs: number | null
  recordingMbid: string | null
  startedAt: Date
}>
/** `token` is what the user gave or signed; errors with `refused` mean that it is not taken any more. */
export type Scrobbler = Readonly<{
  /** The name of the account behind a token. */
  account(token: string, ask: Ask): Promise<string>
  nowPlaying(token: string, scrobble: Scrobble, ask: Ask): Promise<void>
  /** How each was taken, in order: `ignored` is not tried again. */
  scrobble(token: string, scrobbles: readonly Scrobble[], ask: Ask): Promise<readonly ('taken' | 'ignored')[]>
  mostAtOnce: number
  /** Where a user signs in first, and what the callback's token becomes. */
  signIn?: Readonly<{
    url(callback: string): string
    token(grant: string, ask: Ask): Promise<{ token: string; account: string }>
  }>
}>

export type Ports = {
  artistSearch: ArtistSearch
  identity: Identity
  discography: Discography
  albumTracks: AlbumTracks
  trackLookup: TrackLookup
  biography: Biography
  albumStory: AlbumStory
  artistImages: ArtistImages
  coverArt: CoverArt
  genres: Genres
  similarArtists: SimilarArtists
  popularity: Popularity
  topTracks: TopTracks
  lyrics: Lyrics
  audioFeatures: AudioFeatures
  recommendations: Recommendations
  scrobbler: Scrobbler
}
export type PortName = keyof Ports
