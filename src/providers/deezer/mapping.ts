import { normalizeName } from '../../platform/lib/normalize.ts'
import type { CreditedArtist, FoundAlbum, FoundArtist, FoundTrack, Ids, Picture, ReleaseType } from '../ports.ts'
import type { Album, Artist, Contributor, FullAlbum, Track } from './shapes.ts'

const TYPES: ReadonlyMap<string, ReleaseType> = new Map([
  ['album', 'album'],
  ['ep', 'ep'],
  ['single', 'single'],
  ['compile', 'compilation'],
  ['compilation', 'compilation'],
])
/** Fans of the most followed artists: they have popularity 100. */
const MOST_FANS = 20_000_000

export const idsOf = (id: number): Ids => ({ deezer: String(id) })

/** 0 to 100 from fans, on a logarithmic scale: 100 x log(1 + fans) / log(1 + 20 million). */
export function popularityOf(fans: number | null | undefined): number | null {
  if (typeof fans !== 'number' || fans < 0) return null
  return Math.min(100, Math.round((100 * Math.log1p(fans)) / Math.log1p(MOST_FANS)))
}

/** 0 to 100 from the rank of a track (0 to 1 000 000). */
export const popularityOfRank = (rank: number | null | undefined): number | null =>
  typeof rank === 'number' ? Math.min(100, Math.max(0, Math.round(rank / 10_000))) : null

/** A placeholder has no hash in its address: ".../images/artist//1000x1000...". */
export function pictureOf(url: string | null | undefined): Picture | null {
  if (!url || /\/images\/[a-z]+\/\//.test(url)) return null
  return { url, width: 1000, height: 1000 }
}

/** Deezer writes unknown dates and parts of dates as zeros. */
function dateOf(text: string | null | undefined): string {
  const [date = ''] = /^(?!0000)\d{4}(-(?!00)\d\d(-(?!00)\d\d)?)?/.exec(text ?? '') ?? []
  return date
}

export const artistOf = ({ id, name, picture_xl, nb_fan }: Artist, score: number): FoundArtist => ({
  name,
  ids: idsOf(id),
  disambiguation: '',
  genres: [],
  picture: pictureOf(picture_xl),
  popularity: popularityOf(nb_fan),
  followers: nb_fan ?? null,
  aliases: [],
  score,
})

function creditsOf(contributors: readonly Contributor[]): CreditedArtist[] {
  const isFeatured = ({ role }: Contributor) => /feat/i.test(role ?? '')
  const ordered = [...contributors.filter((one) => !isFeatured(one)), ...contributors.filter(isFeatured)]
  return ordered.map((one, at) => ({
    name: one.name,
    ids: idsOf(one.id),
    role: isFeatured(one) ? 'featured' : 'main',
    joinPhrase: joinOf(ordered.slice(at).map(isFeatured)),
  }))
}

/** Deezer tells roles only; what stands between the names is the usual. */
function joinOf([self, next, afterNext]: readonly boolean[]): string {
  if (next === undefined) return ''
  if (next && !self) return ' feat. '
  return afterNext === next ? ', ' : ' & '
}

const mainOf = (artist: { id: number; name: string } | null | undefined): CreditedArtist[] =>
  artist ? [{ name: artist.name, ids: idsOf(artist.id), role: 'main', joinPhrase: '' }] : []

/** An album of a list; lists of an artist do not name the artist again. */
export const albumOf = (row: Album, artist?: { id: number; name: string }): FoundAlbum => ({
  title: row.title,
  ids: idsOf(row.id),
  type: TYPES.get(row.record_type ?? '') ?? 'other',
  date: dateOf(row.release_date),
  credits: mainOf(row.artist ?? artist),
  genres: [],
  upc: null,
  trackCount: null,
  cover: pictureOf(row.cover_xl),
  disambiguation: '',
})

export function fullAlbumOf(row: FullAlbum): FoundAlbum {
  const credits = creditsOf(row.contributors ?? [])
  return {
    ...albumOf(row),
    ...(credits.length > 0 && { credits }),
    genres: row.genres?.data.map(({ name }) => name) ?? [],
    upc: row.upc || null,
    trackCount: row.nb_tracks ?? null,
  }
}

/** `albumArtist`: the id of the album's artist, whose own tracks need no credits of their own. */
export function trackOf(row: Track, albumArtist: number | null = null): FoundTrack {
  const contributors = creditsOf(row.contributors ?? [])
  const credits = contributors.length > 0 ? contributors : mainOf(row.artist)
  const ofAlbum = credits.length === 1 && albumArtist !== null && row.artist?.id === albumArtist
  return {
    title: row.title,
    ids: idsOf(row.id),
    disc: row.disk_number || 1,
    position: row.track_position || null,
    durationMs: row.duration ? row.duration * 1000 : null,
    isrcs: row.isrc ? [row.isrc.toUpperCase()] : [],
    explicit: row.explicit_lyrics ?? null,
    credits: ofAlbum ? [] : credits,
    popularity: popularityOfRank(row.rank),
  }
}

/** Deezer lists the clean and the explicit copy of an album, and one of each label: the one with most fans stays. */
export function withoutCopies(rows: readonly Album[]): Album[] {
  const best = new Map<string, Album>()
  for (const row of rows) {
    const key = [normalizeName(row.title), row.record_type, row.release_date].join('|')
    const other = best.get(key)
    if (!other || (row.fans ?? 0) > (other.fans ?? 0)) best.set(key, row)
  }
  return [...best.values()]
}
