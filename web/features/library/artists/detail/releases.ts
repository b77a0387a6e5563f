import type { AlbumRow, Discography, OverviewItem } from '../../../../lib/api/models.ts'

/** The tabs of a discography, in this order; only those with records are shown. */
const RELEASE_TABS = ['album', 'ep', 'single', 'live', 'compilation', 'soundtrack', 'other', 'appears'] as const
export type ReleaseTab = (typeof RELEASE_TABS)[number]

type Album = Discography['albums'][number]
/** A record in a tab; `row` is missing where only its tracks are known. */
export type Release = Pick<AlbumRow, 'id' | 'name' | 'artist_name' | 'images' | 'cover_color'> & { row?: Album }

/** The kind of a record, from the words that tags use for it. */
export function releaseKind(type: string, compilation: boolean): Exclude<ReleaseTab, 'appears'> {
  if (compilation) return 'compilation'
  return (
    (RELEASE_TABS.find((tab) => tab !== 'appears' && tab === type.toLowerCase()) as Exclude<ReleaseTab, 'appears'>) ??
    'other'
  )
}

const isGuest = (album: Album, artistId: number) =>
  album.artists.every((artist) => artist.id !== artistId || artist.role !== 'main')

/** Own records by kind, newest first as the server sends them, then the records of others that name the artist. */
export function releasesOf(
  { artist, albums }: Discography,
  credited: readonly OverviewItem[],
): { tab: ReleaseTab; releases: Release[] }[] {
  const byTab = new Map<ReleaseTab, Map<number, Release>>()
  const put = (tab: ReleaseTab, release: Release) => {
    const releases = byTab.get(tab) ?? new Map<number, Release>()
    if (!releases.has(release.id)) releases.set(release.id, release)
    byTab.set(tab, releases)
  }
  for (const album of albums) {
    const tab = isGuest(album, artist.id) ? 'appears' : releaseKind(album.release_type, album.is_compilation)
    put(tab, { ...album, row: album })
  }
  const own = new Set(albums.map((album) => album.id))
  for (const item of credited) {
    if (item.album_id === null || own.has(item.album_id)) continue
    const { album_id: id, album_name: name, images, cover_color } = item
    put('appears', { id, name: name ?? '', artist_name: '', images, cover_color })
  }
  return RELEASE_TABS.flatMap((tab) => {
    const releases = byTab.get(tab)
    return releases ? [{ tab, releases: [...releases.values()] }] : []
  })
}

/** The colour of the artist's picture, which is the cover of one of the records. */
export function artistColor({ artist, albums }: Discography): string | null {
  const url = artist.images[0]?.url
  return (albums.find((album) => album.images[0]?.url === url) ?? albums[0])?.cover_color ?? null
}
