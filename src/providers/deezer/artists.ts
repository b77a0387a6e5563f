import type { Upstream } from '../../platform/upstream/types.ts'
import { similarity } from '../common/similarity.ts'
import type { ArtistImages, ArtistSearch, Genres, Popularity, SimilarArtists, TopTracks } from '../ports.ts'
import { artistOf, idsOf, pictureOf, popularityOf, popularityOfRank, trackOf } from './mapping.ts'
import { artistIdOf, findArtist, findTrack, KEEP, PAGE, readAll, readArtist, searchArtists } from './reads.ts'
import { albums, artists, genres, tracks } from './shapes.ts'

type ArtistPorts = ArtistSearch & ArtistImages & Genres & Popularity & SimilarArtists & TopTracks
/** Genre ids up to this one mean "none" and "all". */
const NO_GENRE = 0

/** What Deezer knows of artists. */
export function createArtistPorts(upstream: Upstream): ArtistPorts {
  return {
    async searchArtists(query, limit, ask) {
      const found = await searchArtists(upstream, query, limit, ask)
      const scored = found.map((one) => artistOf(one, similarity(one.name, query)))
      return scored.sort((a, b) => b.score - a.score).slice(0, limit)
    },

    async artist(id, ask) {
      const found = await readArtist(upstream, id, ask)
      return found && artistOf(found, 1)
    },

    async images(artist, ask) {
      const picture = pictureOf((await findArtist(upstream, artist, ask))?.picture_xl)
      return picture ? [picture] : []
    },

    /** Those its albums are filed under, counted: one call for the albums, and one a month for the names. */
    async genres(artist, ask) {
      const id = await artistIdOf(upstream, artist, ask)
      if (id === null) return []
      const path = `/artist/${id}/albums`
      const rows = (await readAll(upstream, { family: 'artist-albums', path, schema: albums }, ask)) ?? []
      const counts = new Map<number, number>()
      for (const { genre_id } of rows) {
        if ((genre_id ?? NO_GENRE) > NO_GENRE)
          counts.set(genre_id ?? NO_GENRE, (counts.get(genre_id ?? NO_GENRE) ?? 0) + 1)
      }
      if (counts.size === 0) return []
      const list = await upstream.json({ family: 'genre', path: '/genre', schema: genres, keep: KEEP.genres }, ask)
      const named = (list?.data ?? []).flatMap(({ id, name }) => ({ name, count: counts.get(id) ?? 0 }))
      const most = Math.max(1, ...named.map(({ count }) => count))
      return named
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count)
        .map(({ name, count }) => ({ name, weight: count / most }))
    },

    async ofArtist(artist, ask) {
      const found = await findArtist(upstream, artist, ask)
      if (!found || typeof found.nb_fan !== 'number') return null
      return { popularity: popularityOf(found.nb_fan), followers: found.nb_fan, listeners: null, plays: null }
    },

    async ofTrack(track, ask) {
      const popularity = popularityOfRank((await findTrack(upstream, track, ask))?.rank)
      return popularity === null ? null : { popularity, followers: null, listeners: null, plays: null }
    },

    /** At most 20, best first; Deezer gives no numbers, so the score falls evenly from 1 with the place. */
    async similar(artist, limit, ask) {
      const id = await artistIdOf(upstream, artist, ask)
      if (id === null) return []
      const path = `/artist/${id}/related`
      const found = await upstream.json({ family: 'related', path, schema: artists, keep: KEEP.entity }, ask)
      const rows = [...new Map((found?.data ?? []).map((row) => [row.id, row])).values()].filter((row) => row.id !== id)
      return rows
        .map((row, at) => ({ name: row.name, ids: idsOf(row.id), score: 1 - at / rows.length }))
        .slice(0, limit)
    },

    async topTracks(artist, limit, ask) {
      const id = await artistIdOf(upstream, artist, ask)
      if (id === null) return []
      const query = { limit: Math.min(Math.max(limit, 1), PAGE) }
      const path = `/artist/${id}/top`
      const found = await upstream.json({ family: 'top', path, query, schema: tracks, keep: KEEP.entity }, ask)
      return (found?.data ?? []).slice(0, limit).map((row) => trackOf(row))
    },
  }
}
