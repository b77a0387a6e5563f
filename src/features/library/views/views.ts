import type { Db } from '../../../db/client.ts'
import { groupBy } from '../../../platform/lib/group-by.ts'
import type { AlbumRow, ArtistRow, OverviewItem, TrackRow } from '../contract.ts'
import * as hydrate from '../store/read/hydrate.ts'
import { verifyFiles } from '../verify.ts'
import { showAlbum, showArtist, showLine, showTrack, type TrackParts } from './present.ts'

/** Turns ids into what one viewer sees, in the given order and a fixed number of queries. Unknown ids are left out. */
export type Views = ReturnType<typeof createViews>
type Entity = 'artist' | 'album' | 'track'

/** Gives back what `show` makes of the rows, in the order of the ids. */
function inOrder<R, V>(ids: readonly number[], rows: readonly R[], idOf: (row: R) => number, show: (row: R) => V): V[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [show(row)]
  })
}

/** The id that another service gives to one of our rows. */
function outsideIds(rows: readonly { entityId: number; provider: string; value: string }[]) {
  const byKey = new Map(rows.map((row) => [`${row.entityId} ${row.provider}`, row.value]))
  const of = (id: number | null, provider: string): string | null => byKey.get(`${id} ${provider}`) ?? null
  return { of, both: (id: number) => ({ spotify: of(id, 'spotify'), musicbrainz: of(id, 'musicbrainz') }) }
}

export function createViews(db: Db) {
  /** What artists, albums and tracks have in common: outside ids, genres, and whether this user keeps them. */
  async function common(entity: Entity, ids: number[], userId: number) {
    const genreNames = {
      artist: hydrate.artistGenreNames,
      album: hydrate.albumGenreNames,
      track: hydrate.trackGenreNames,
    }
    const [outsideRows, genreRows, favorite] = await Promise.all([
      hydrate.outsideIds(db, entity, ids),
      genreNames[entity](db, ids),
      hydrate.favoriteIds(db, userId, entity, ids),
    ])
    const outside = outsideIds(outsideRows)
    const genres = groupBy(genreRows, (row) => row.owner)
    return (id: number) => ({
      ids: outside.both(id),
      genres: (genres.get(id) ?? []).map(({ name }) => name),
      favorite: favorite.has(id),
    })
  }

  async function trackParts(ids: number[], userId: number, verify = false): Promise<TrackParts[]> {
    const [rows, creditRows, commonOf, files] = await Promise.all([
      hydrate.tracksById(db, ids),
      hydrate.trackCredits(db, ids),
      common('track', ids, userId),
      hydrate.bestFiles(db, ids),
    ])
    const creditsOf = groupBy(creditRows, (row) => row.owner)
    const fileOf = new Map((verify ? await verifyFiles(files) : files).map((row) => [row.file.trackId, row]))
    return rows.map((loaded) => {
      const { id } = loaded.track
      return { ...commonOf(id), loaded, credits: creditsOf.get(id) ?? [], file: fileOf.get(id) }
    })
  }

  const trackId = (parts: TrackParts) => parts.loaded.track.id
  const unique = (ids: (number | null | undefined)[]) => [...new Set(ids.flatMap((id) => id ?? []))]

  return {
    async artists(ids: number[], userId: number): Promise<ArtistRow[]> {
      if (ids.length === 0) return []
      const [rows, commonOf, covers] = await Promise.all([
        hydrate.artistsById(db, ids),
        common('artist', ids, userId),
        hydrate.artistCovers(db, ids),
      ])
      const coverOf = new Map(covers.map((row) => [row.artistId, row]))
      return inOrder(
        ids,
        rows,
        (row) => row.id,
        (row) => showArtist(row, commonOf(row.id), coverOf.get(row.id)),
      )
    },

    async albums(ids: number[], userId: number): Promise<AlbumRow[]> {
      if (ids.length === 0) return []
      const [rows, commonOf, creditRows] = await Promise.all([
        hydrate.albumsById(db, ids),
        common('album', ids, userId),
        hydrate.albumCredits(db, ids),
      ])
      const creditsOf = groupBy(creditRows, (row) => row.owner)
      const show = (row: (typeof rows)[number]) =>
        showAlbum(row, { ...commonOf(row.id), credits: creditsOf.get(row.id) ?? [] })
      return inOrder(ids, rows, (row) => row.id, show)
    },

    async tracks(ids: number[], userId: number): Promise<TrackRow[]> {
      if (ids.length === 0) return []
      const [parts, scores] = await Promise.all([trackParts(ids, userId), hydrate.ratingsOf(db, userId, ids)])
      return inOrder(ids, parts, trackId, (part) => showTrack(part, scores.get(trackId(part)) ?? 0))
    },

    /** `verify`: say of each file what the disk says now, not what the last scan saw. */
    async overview(ids: number[], userId: number, verify = false): Promise<OverviewItem[]> {
      if (ids.length === 0) return []
      const [parts, links] = await Promise.all([trackParts(ids, userId, verify), hydrate.videoLinksOf(db, ids)])
      const [artistRows, albumRows] = await Promise.all([
        hydrate.outsideIds(db, 'artist', unique(parts.map(({ credits }) => credits[0]?.id))),
        hydrate.outsideIds(db, 'album', unique(parts.map(({ loaded }) => loaded.track.albumId))),
      ])
      const [artists, albums] = [outsideIds(artistRows), outsideIds(albumRows)]
      const linkOf = new Map(links.map((link) => [link.trackId, link]))
      return inOrder(ids, parts, trackId, (part) =>
        showLine(part, {
          artist: artists.of(part.credits[0]?.id ?? null, 'spotify'),
          album: albums.of(part.loaded.track.albumId, 'spotify'),
          link: linkOf.get(trackId(part)),
        }),
      )
    },
  }
}
