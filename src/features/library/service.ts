import type { Db } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import type { Viewer } from '../../platform/http/guards/viewer.ts'
import { encodeCursor } from '../../platform/lib/cursor.ts'
import { groupBy } from '../../platform/lib/group-by.ts'
import type { AlbumsQuery, ArtistsQuery, OverviewQuery, TracksQuery } from './contract.ts'
import { readCursor, readIdCursor } from './cursors.ts'
import * as albumLists from './store/read/albums.ts'
import * as artistLists from './store/read/artists.ts'
import { lyricsOfTrack } from './store/read/audio.ts'
import { tracksOfAlbums } from './store/read/hydrate.ts'
import type { Found } from './store/read/keyset.ts'
import * as table from './store/read/overview.ts'
import * as visible from './store/read/visible.ts'
import type { Views } from './views/views.ts'

/** A discography is one answer: its newest part, where "Various Artists" of a large collection would fill memory. */
const MOST_ALBUMS = 500
const MOST_TRACKS = 5000

/** Artists, albums and tracks as one viewer sees them. */
export function createCatalogue({ db, views }: { db: Db; views: Views }) {
  /** Cuts the extra row that says whether there is more, and makes the next cursor. */
  function page(found: Found[], limit: number) {
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return {
      ids: rows.map((row) => row.id),
      next_cursor: found.length > limit && last ? encodeCursor([last.key, last.id]) : null,
    }
  }

  async function fullAlbums(ids: number[], userId: number, mostTracks?: number) {
    const limit = mostTracks === undefined ? undefined : mostTracks + 1
    const [albums, order] = await Promise.all([views.albums(ids, userId), tracksOfAlbums(db, userId, ids, limit)])
    const tracks = await views.tracks(
      order.slice(0, mostTracks).map((row) => row.id),
      userId,
    )
    const byAlbum = groupBy(tracks, (track) => track.album_id)
    const cut = mostTracks !== undefined && order.length > mostTracks
    return { cut, albums: albums.map((album) => ({ ...album, tracks: byAlbum.get(album.id) ?? [] })) }
  }

  async function artist(viewer: Viewer, id: number) {
    const [row] = (await visible.artistIsVisible(db, viewer.id, id)) ? await views.artists([id], viewer.id) : []
    if (!row) throw new AppError('NOT_FOUND', { details: 'Artist not found' })
    return row
  }

  return {
    artist,
    genres: async () =>
      (await artistLists.listGenres(db)).map(({ name, artistCount }) => ({ name, artist_count: artistCount })),

    async artists(viewer: Viewer, query: ArtistsQuery) {
      if (query.user_id !== undefined && query.user_id !== viewer.id) throw new AppError('FORBIDDEN')
      const [found, total] = await Promise.all([
        artistLists.findArtists(db, viewer.id, query, readCursor(query.cursor, query.order)),
        artistLists.countArtists(db, viewer.id, query),
      ])
      const { ids, next_cursor } = page(found, query.limit)
      return { items: await views.artists(ids, viewer.id), total, next_cursor }
    },

    async discography(viewer: Viewer, id: number) {
      const row = await artist(viewer, id)
      const ids = await albumLists.albumsOfArtist(db, viewer.id, id, MOST_ALBUMS + 1)
      const { albums, cut } = await fullAlbums(ids.slice(0, MOST_ALBUMS), viewer.id, MOST_TRACKS)
      return { artist: row, albums, truncated: cut || ids.length > MOST_ALBUMS }
    },

    async albums(viewer: Viewer, query: AlbumsQuery) {
      const [found, total] = await Promise.all([
        albumLists.findAlbums(db, viewer.id, query, readCursor(query.cursor, query.order)),
        albumLists.countAlbums(db, viewer.id, query),
      ])
      const { ids, next_cursor } = page(found, query.limit)
      return { items: await views.albums(ids, viewer.id), total, next_cursor }
    },

    async album(viewer: Viewer, id: number) {
      const [album] = (await fullAlbums(await visible.visibleAlbum(db, viewer.id, id), viewer.id)).albums
      if (!album) throw new AppError('NOT_FOUND', { details: 'Album not found' })
      return album
    },

    async tracks(viewer: Viewer, query: TracksQuery) {
      if (query.ids) {
        const items = await views.tracks(await visible.visibleTracks(db, viewer.id, query.ids), viewer.id)
        return { items, total: items.length, next_cursor: null }
      }
      const hides = await visible.hidesAnyone(db, viewer.id)
      const all: OverviewQuery = {
        filter: 'all',
        limit: query.limit,
        offset: 0,
        after_id: readIdCursor(query.cursor),
        verify_files: false,
        include_summary: false,
      }
      const [found, total] = await Promise.all([
        table.findOverview(db, viewer.id, all, hides),
        table.countOverview(db, viewer.id, all, hides),
      ])
      const rows = found.slice(0, query.limit)
      const last = rows.at(-1)
      const next_cursor = found.length > query.limit && last ? encodeCursor([last.id]) : null
      return {
        items: await views.tracks(
          rows.map((row) => row.id),
          viewer.id,
        ),
        total,
        next_cursor,
      }
    },

    async track(viewer: Viewer, id: number) {
      const ids = await visible.visibleTrack(db, viewer.id, id)
      const [row] = await views.tracks(ids, viewer.id)
      if (!row) throw new AppError('NOT_FOUND', { details: 'Track not found' })
      return { ...row, lyrics: await lyricsOfTrack(db, id) }
    },

    async recentlyAdded(viewer: Viewer, query: { limit: number; verify_files: boolean }) {
      const ids = await table.recentlyAdded(db, viewer.id, query.limit, await visible.hidesAnyone(db, viewer.id))
      return { items: await views.overview(ids, viewer.id, query.verify_files) }
    },

    async overview(viewer: Viewer, query: OverviewQuery) {
      const hides = await visible.hidesAnyone(db, viewer.id)
      const filtered = query.filter !== 'all' || Boolean(query.search)
      const count = (filter: OverviewQuery['filter']) => table.countOverview(db, viewer.id, { filter }, hides)
      const [found, filteredTotal, summary] = await Promise.all([
        table.findOverview(db, viewer.id, query, hides),
        filtered ? table.countOverview(db, viewer.id, query, hides) : undefined,
        query.include_summary ? summarize(count) : undefined,
      ])
      const rows = found.slice(0, query.limit)
      const has_more = found.length > query.limit
      return {
        items: await views.overview(
          rows.map((row) => row.id),
          viewer.id,
          query.verify_files,
        ),
        ...{ offset: query.offset, limit: query.limit, has_more },
        next_after: has_more ? Number(rows.at(-1)?.key) : null,
        ...(summary && { summary }),
        ...(filteredTotal !== undefined && { filtered_total: filteredTotal }),
      }
    },
  }
}

async function summarize(count: (filter: OverviewQuery['filter']) => Promise<number>) {
  const [total, withLink, withFile, favorites] = await Promise.all([
    count('all'),
    count('withLink'),
    count('hasFile'),
    count('favorites'),
  ])
  return {
    total,
    with_link: withLink,
    with_file: withFile,
    missing_link: total - withLink,
    missing_file: total - withFile,
    favorites,
  }
}

export type Catalogue = ReturnType<typeof createCatalogue>
