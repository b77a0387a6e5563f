import type { ArtistProfile, ShownAlbum } from '../../../../lib/api/discography.ts'
import type { OverviewItem } from '../../../../lib/api/models.ts'

/** The tabs of a discography, in this order; only those with records are shown. */
const RELEASE_TABS = [
  'album',
  'ep',
  'single',
  'live',
  'compilation',
  'remix',
  'soundtrack',
  'other',
  'appears',
] as const
export type ReleaseTab = (typeof RELEASE_TABS)[number]

export const SHOWN = ['all', 'owned', 'missing'] as const
/** Which records are shown. A partly owned one counts as both: there is something to play and something to find. */
export type Shown = (typeof SHOWN)[number]

export type ReleaseGroup = { tab: ReleaseTab; releases: ShownAlbum[] }

/** The kind of a record, from the words that tags use for it. */
export function releaseKind(type: string, compilation: boolean): Exclude<ReleaseTab, 'appears'> {
  if (compilation) return 'compilation'
  return (
    (RELEASE_TABS.find((tab) => tab !== 'appears' && tab === type.toLowerCase()) as Exclude<ReleaseTab, 'appears'>) ??
    'other'
  )
}

const fits = (shown: Shown, { state }: ShownAlbum) =>
  shown === 'all' || (shown === 'owned' ? state !== 'missing' : state !== 'owned')

/** A record of others on which the artist is heard: something of it is owned, else we would not know. */
const guestOn = (item: OverviewItem, id: number): ShownAlbum => ({
  id,
  name: item.album_name ?? '',
  release_date: '',
  release_type: 'other',
  images: item.images,
  cover_color: item.cover_color,
  total_tracks: 0,
  owned_tracks: 0,
  state: 'owned',
  is_favorite: false,
})

/** Own records by kind, newest first as the server sends them, then the records of others that name the artist. */
export function releasesOf(
  albums: readonly ShownAlbum[],
  credited: readonly OverviewItem[],
  shown: Shown = 'all',
): ReleaseGroup[] {
  const byTab = new Map<ReleaseTab, Map<number, ShownAlbum>>()
  const put = (tab: ReleaseTab, album: ShownAlbum) => {
    const releases = byTab.get(tab) ?? new Map<number, ShownAlbum>()
    if (!releases.has(album.id)) releases.set(album.id, album)
    byTab.set(tab, releases)
  }
  for (const album of albums) if (fits(shown, album)) put(album.release_type, album)
  const own = new Set(albums.map((album) => album.id))
  for (const item of shown === 'missing' ? [] : credited)
    if (item.album_id !== null && !own.has(item.album_id)) put('appears', guestOn(item, item.album_id))
  return RELEASE_TABS.flatMap((tab) => {
    const releases = byTab.get(tab)
    return releases ? [{ tab, releases: [...releases.values()] }] : []
  })
}

const NONE = { known: 0, owned: 0, partly: 0, missing: 0 }
/** How many records are known and owned, of all kinds. */
export const countsOf = ({ ownership }: Pick<ArtistProfile, 'ownership'>) => ownership.all ?? NONE

/** The colour of the artist's picture, which may be the cover of one of the records, else of the newest with one. */
export function artistColor({ artist, albums }: Pick<ArtistProfile, 'artist' | 'albums'>): string | null {
  if (artist.image_color !== null) return artist.image_color
  const url = artist.images[0]?.url
  const colored = albums.filter((album) => album.cover_color !== null)
  const own = colored.find((album) => album.images[0]?.url === url)
  const owned = colored.find((album) => album.state !== 'missing')
  return (own ?? owned ?? colored[0])?.cover_color ?? null
}
