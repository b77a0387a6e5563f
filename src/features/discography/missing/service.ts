import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Known } from '../../library/known/known.ts'
import type { AlbumPage } from '../../library/known/types.ts'
import type { Views } from '../../library/views/views.ts'
import { showAlbums } from '../show/profile.ts'
import type { MissingItem, MissingQuery } from './contract.ts'
import { csvLine, m3uEntry } from './export.ts'

type Deps = Readonly<{ known: Known; views: Views }>
type Filters = Omit<MissingQuery, 'limit' | 'cursor'>

const PAGE = 200
/** A list for a shop or a search is read by people: more than this nobody works through. */
const MOST_EXPORTED = 20_000
const DAY_MS = 86_400_000

/** What exists and is not owned, and what is new. */
export function createMissing({ known, views }: Deps) {
  async function show(viewer: Viewer, page: AlbumPage): Promise<MissingItem[]> {
    return (await showAlbums(views, viewer.id, page.items)).map(({ shown, album }) => ({
      ...shown,
      artist_id: album.artist_id,
      artist_name: album.artist_name,
      label: album.label,
      musicbrainz_id: album.musicbrainz_id,
    }))
  }
  const wanted = ({ artist_id: artistId, types, owned_artists: ownedArtists }: Filters) => ({
    ...(artistId !== undefined && { artistId }),
    ...(types && { types }),
    ownedArtists,
  })
  const pageOf = (viewer: Viewer, filters: Filters, limit: number, cursor: string | undefined) =>
    known.missing(viewer.id, { ...wanted(filters), limit, ...(cursor && { cursor }) })

  async function* all(viewer: Viewer, filters: Filters): AsyncGenerator<MissingItem> {
    let [cursor, sent] = [undefined as string | undefined, 0]
    do {
      const page = await pageOf(viewer, filters, PAGE, cursor)
      yield* await show(viewer, page)
      sent += page.items.length
      cursor = page.cursor ?? undefined
    } while (cursor && sent < MOST_EXPORTED)
  }

  return {
    async page(viewer: Viewer, { limit, cursor, ...filters }: MissingQuery) {
      const [page, total] = await Promise.all([
        pageOf(viewer, filters, limit, cursor),
        known.countMissing(viewer.id, wanted(filters)),
      ])
      return { items: await show(viewer, page), total, next_cursor: page.cursor }
    },

    async *csv(viewer: Viewer, filters: Filters): AsyncGenerator<string> {
      yield '\uFEFFartist,album,release_date,type,owned_tracks,total_tracks,label,musicbrainz_release_group\r\n'
      for await (const item of all(viewer, filters)) yield csvLine(item)
    },

    /** A playlist whose entries name what is to be found; no player finds a file behind them. */
    async *m3u(viewer: Viewer, filters: Filters): AsyncGenerator<string> {
      yield '#EXTM3U\n#PLAYLIST:Animo wish list\n'
      for await (const item of all(viewer, filters)) yield m3uEntry(item)
    },

    async releases(viewer: Viewer, query: { days: number; limit: number; cursor?: string | undefined }) {
      const sinceDate = new Date(Date.now() - query.days * DAY_MS).toISOString().slice(0, 10)
      const { limit, cursor } = query
      const page = await known.newReleases(viewer.id, { sinceDate, limit, ...(cursor && { cursor }) })
      return { items: await show(viewer, page), next_cursor: page.cursor }
    },
  }
}
