import { z } from 'zod'

const text = z.string().nullish()
const number = z.number().nullish()

/** Artists, albums ("collection") and songs ("track") come mixed; `wrapperType` says which a row is. */
const row = z.object({
  wrapperType: text,
  kind: text,
  collectionType: text,
  artistId: number,
  artistName: text,
  collectionId: number,
  collectionName: text,
  collectionExplicitness: text,
  trackId: number,
  trackName: text,
  trackNumber: number,
  discNumber: number,
  trackCount: number,
  trackTimeMillis: number,
  trackExplicitness: text,
  artworkUrl100: text,
  primaryGenreName: text,
  releaseDate: text,
})
export const results = z.object({ results: z.array(row) })

export type Row = z.infer<typeof row>
export type ArtistRow = Row & { artistId: number; artistName: string }
export type AlbumRow = Row & { collectionId: number; collectionName: string }
export type SongRow = Row & { trackId: number; trackName: string }

export const isArtist = (one: Row): one is ArtistRow =>
  one.wrapperType === 'artist' && typeof one.artistId === 'number' && Boolean(one.artistName)
export const isAlbum = (one: Row): one is AlbumRow =>
  one.wrapperType === 'collection' && typeof one.collectionId === 'number' && Boolean(one.collectionName)
export const isSong = (one: Row): one is SongRow =>
  one.wrapperType === 'track' && one.kind === 'song' && typeof one.trackId === 'number' && Boolean(one.trackName)
