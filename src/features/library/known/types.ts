import type {
  AlbumContents,
  ArtistDetails,
  FoundAlbum,
  Genre,
  Ids,
  Prose,
  ReleaseType,
  SimilarArtist,
} from '../../../providers/ports.ts'

export type Entity = 'artist' | 'album' | 'track'
/** What is told of in words. */
export type Told = 'artist' | 'album'
/** `language` as ISO 639-1. */
export type Text = Readonly<{ language: string; summary: string; content: string; url: string | null }>
export type OutsideId = Readonly<{ provider: string; value: string }>

export type KnownArtist = Readonly<{
  name: string
  ids: Ids
  disambiguation?: string
  details?: ArtistDetails | null
  source: string
  /** An id that the service answered with the one in `ids`: whoever has either is this artist. */
  was?: OutsideId | null
}>
/** `score`: how sure the caller is that this album is the artist's, 0 to 1; null where the service was asked by id. */
export type KnownAlbum = Readonly<{ album: FoundAlbum; source: string; score: number | null }>
export type KnownContents = Readonly<{ albumId: number; contents: AlbumContents; source: string }>

/** What can be written into one row; what is left out stays as it is. */
export type KnownFields = Readonly<{
  /** Biography or story; `main`: the one for lists, and for readers of languages that have none. */
  prose?: Readonly<{ text: Prose; main: boolean }>
  /** A picture that lies below storage/images already. */
  picture?: Readonly<{ hash: string; file: string; color: string | null }>
  genres?: readonly Genre[]
  similar?: readonly SimilarArtist[]
  popularity?: number | null
  followers?: number | null
  listeners?: number | null
  playcount?: number | null
  coverUrl?: string
}>

export type Provenance = Readonly<{ field: string; provider: string; score: number | null; fetchedAt: Date }>

export type OwnedAlbum = Readonly<{
  id: number
  /** all, some, none of its tracks have a file. */
  owned: 'all' | 'some' | 'none'
  ownedTracks: number
  /** 0 while nobody said what is on it. */
  totalTracks: number
  catalogued: boolean
}>
export type Ownership = Readonly<{
  type: ReleaseType
  all: number
  some: number
  none: number
  /** Newest first. */
  albums: readonly OwnedAlbum[]
}>

/** Albums in order; `cursor` begins the next page, null after the last. */
export type AlbumPage = Readonly<{
  items: readonly Readonly<{ id: number; releaseDate: string; ownedTracks: number; totalTracks: number }>[]
  cursor: string | null
}>
export type MissingFilters = Readonly<{
  artistId?: number
  /** Only artists of whom some track has a file. */
  ownedArtists?: boolean
  types?: readonly ReleaseType[]
}>
export type MissingQuery = MissingFilters & Readonly<{ limit: number; cursor?: string }>
export type ReleasesQuery = Readonly<{ sinceDate: string; limit: number; cursor?: string }>
export type ContentChange = Readonly<{
  id: number
  name: string
  releaseDate: string
  releaseType: string
  createdAt: Date
}>
