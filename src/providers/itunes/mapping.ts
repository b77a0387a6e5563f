import { normalizeName } from '../../platform/lib/normalize.ts'
import type { CreditedArtist, FoundAlbum, FoundArtist, FoundTrack, Ids, Picture, ReleaseType } from '../ports.ts'
import type { AlbumRow, ArtistRow, Row, SongRow } from './shapes.ts'

const SIZE = 600
export const idsOf = (id: number): Ids => ({ itunes: String(id) })

/** The address says the size; the shop makes any. */
export function pictureOf(url: string | null | undefined): Picture | null {
  if (!url) return null
  const larger = url.replace(/\/100x100bb(?=[.-])/, `/${SIZE}x${SIZE}bb`)
  const size = larger === url ? null : SIZE
  return { url: larger, width: size, height: size }
}

/** iTunes tells singles and EPs apart only by the end of their names. */
export function typeAndTitle(name: string, collectionType: string | null | undefined): [ReleaseType, string] {
  const [, title, ending] = /^(.+\S)\s+-\s+(Single|EP)$/i.exec(name) ?? []
  if (title && ending) return [ending.toLowerCase() === 'ep' ? 'ep' : 'single', title]
  return [collectionType === 'Compilation' ? 'compilation' : 'album', name]
}

const dateOf = (text: string | null | undefined): string => /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0] ?? ''

const creditsOf = ({ artistId, artistName }: Row): CreditedArtist[] =>
  artistName ? [{ name: artistName, ids: artistId ? idsOf(artistId) : {}, role: 'main', joinPhrase: '' }] : []

export const artistOf = ({ artistId, artistName, primaryGenreName }: ArtistRow, score: number): FoundArtist => ({
  name: artistName,
  ids: idsOf(artistId),
  disambiguation: '',
  genres: primaryGenreName ? [primaryGenreName] : [],
  picture: null,
  popularity: null,
  followers: null,
  aliases: [],
  score,
})

export function albumOf(row: AlbumRow): FoundAlbum {
  const [type, title] = typeAndTitle(row.collectionName, row.collectionType)
  return {
    title,
    ids: idsOf(row.collectionId),
    type,
    date: dateOf(row.releaseDate),
    credits: creditsOf(row),
    genres: row.primaryGenreName ? [row.primaryGenreName] : [],
    upc: null,
    trackCount: row.trackCount ?? null,
    cover: pictureOf(row.artworkUrl100),
    disambiguation: '',
  }
}

export const trackOf = (row: SongRow, albumArtist: number | null): FoundTrack => ({
  title: row.trackName,
  ids: idsOf(row.trackId),
  disc: row.discNumber || 1,
  position: row.trackNumber || null,
  durationMs: row.trackTimeMillis || null,
  isrcs: [],
  explicit: row.trackExplicitness ? row.trackExplicitness === 'explicit' : null,
  credits: albumArtist !== null && row.artistId === albumArtist ? [] : creditsOf(row),
  popularity: null,
})

/** The cleaned copy of an album goes where the one with its words is there. */
export function withoutCopies(rows: readonly AlbumRow[]): AlbumRow[] {
  const best = new Map<string, AlbumRow>()
  for (const row of rows) {
    const key = [normalizeName(row.collectionName), dateOf(row.releaseDate)].join('|')
    if (!best.has(key) || best.get(key)?.collectionExplicitness === 'cleaned') best.set(key, row)
  }
  return [...best.values()]
}
