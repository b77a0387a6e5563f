import { cleanName, cleanUrl, whole } from '../clean.ts'
import type { Said } from '../matching/albums.ts'
import { mbidOf } from '../matching/artists.ts'
import { creditLine } from '../matching/credits.ts'
import type { AlbumFacts, StoredAlbum } from '../store/write/albums.ts'
import type { Placed } from './albums.ts'

/** What is written of an album from all that is said of it; null where what is there stays. */
export function factsOf(
  row: Placed,
  stored: StoredAlbum | undefined,
  kept: ReadonlySet<string> | undefined,
): AlbumFacts {
  const said = row.said.map(({ said: one }) => one)
  const [first] = said
  const sure = said.find(({ ids }) => mbidOf(ids) !== null)
  const knew = stored?.catalogued === true
  const date = sure?.date || earliest(said)
  const facts: AlbumFacts = {
    id: row.id,
    key: keyOf(row, stored),
    name: nameOf(sure ?? first, stored),
    release_date: date !== '' && (!knew || sure || better(date, stored.release_date)) ? date : null,
    release_type: first && (!knew || sure) ? (sure ?? first).album.type : null,
    upc: said.find(({ upc }) => upc !== null)?.upc ?? null,
    cover_url: coverOf(said),
    disambiguation: said.map(({ album }) => cleanName(album.disambiguation)).find((text) => text !== '') ?? null,
    artist_line: stored?.has_credits && (stored.has_files || !sure) ? null : creditLine(row.credits),
    total_tracks: whole(said.find(({ album }) => album.trackCount)?.album.trackCount, 0, 100_000),
  }
  const mine = (field: string): boolean => kept?.has(field === 'artist_line' ? 'credits' : field) === true
  return Object.fromEntries(
    Object.entries(facts).map(([field, value]) => [field, mine(field) ? null : value]),
  ) as AlbumFacts
}

/** A release group names the album from now on: files that know it find it so. */
function keyOf({ ids, pinned }: Placed, stored: StoredAlbum | undefined): string | null {
  const mbid = mbidOf(pinned) ?? mbidOf(ids)
  return mbid !== null && stored && !stored.album_key.startsWith('mb:') ? `mb:${mbid}` : null
}

/** Files name their album; without files the surest does, and the plain edition rather than a later one. */
function nameOf(said: Said | undefined, stored: StoredAlbum | undefined): string | null {
  if (!said || (stored?.has_files && stored.name !== '')) return null
  if (!stored?.catalogued || stored.name === '' || mbidOf(said.ids) !== null) return said.name
  return said.like.title === said.like.bare && said.name.length < stored.name.length ? said.name : null
}

const earliest = (said: readonly Said[]): string => {
  const dates = said.map(({ date }) => date).filter((date) => date !== '')
  return dates.sort().reduce((best, date) => (better(date, best) ? date : best), '')
}

/** An earlier year, or the same year told more exactly. */
const better = (date: string, than: string): boolean =>
  than === '' || date.slice(0, 4) < than.slice(0, 4) || (date.startsWith(than) && date.length > than.length)

const coverOf = (said: readonly Said[]): string | null =>
  said.map(({ album }) => cleanUrl(album.cover?.url)).find((url) => url !== undefined) ?? null
