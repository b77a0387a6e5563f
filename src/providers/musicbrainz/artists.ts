import type { Upstream } from '../../platform/upstream/types.ts'
import type { ArtistDetails, ArtistRef, ArtistSearch, Ask, FoundArtist, Genres, Identity } from '../ports.ts'
import { ENTITY, LIST } from './lifetimes.ts'
import { escapeLucene } from './lucene.ts'
import { dateOf, genresOf, kindOf, mbidOf } from './mapping.ts'
import { canonicalUrl, idsOf, linksOf } from './relations.ts'
import { type ArtistShape, artistListShape, artistShape, urlShape } from './shapes.ts'

/** All that is known of an artist comes with one call, whichever part was asked for; the answer is kept. */
async function lookup(upstream: Upstream, id: string | undefined, ask: Ask): Promise<ArtistShape | null> {
  const mbid = mbidOf(id)
  if (!mbid) return null
  return upstream.json(
    {
      family: 'artist',
      path: `/artist/${mbid}`,
      query: { inc: 'url-rels genres tags aliases', fmt: 'json' },
      schema: artistShape,
      keep: ENTITY,
    },
    ask,
  )
}

function foundArtist(artist: ArtistShape, score: number): FoundArtist {
  return {
    name: artist.name,
    ids: { ...idsOf(linksOf(artist)), musicbrainz: artist.id },
    disambiguation: artist.disambiguation ?? '',
    genres: genresOf(artist.genres.length > 0 ? artist.genres : artist.tags).map(({ name }) => name),
    picture: null,
    popularity: null,
    followers: null,
    aliases: artist.aliases.map(({ name }) => name),
    score,
  }
}

/** `ids.musicbrainz` is the id in the answer: artists are merged, and the old id leads to the new one. */
function detailsOf(artist: ArtistShape): ArtistDetails {
  const links = linksOf(artist)
  return {
    name: artist.name,
    sortName: artist['sort-name'] ?? null,
    ids: { ...idsOf(links), musicbrainz: artist.id },
    disambiguation: artist.disambiguation ?? '',
    kind: kindOf(artist.type),
    country: /^[A-Z]{2}$/.test(artist.country ?? '') ? (artist.country ?? null) : null,
    begin: dateOf(artist['life-span']?.begin),
    end: dateOf(artist['life-span']?.end),
    genres: genresOf(artist.genres),
    aliases: artist.aliases.map(({ name }) => name),
    links,
  }
}

export function createArtistSearch(upstream: Upstream): ArtistSearch {
  return {
    async searchArtists(query, limit, ask) {
      if (!query.trim()) return []
      const found = await upstream.json(
        {
          family: 'search',
          path: '/artist',
          query: { query: escapeLucene(query.trim()), limit: Math.min(100, Math.max(1, limit)), fmt: 'json' },
          schema: artistListShape,
          keep: LIST,
        },
        ask,
      )
      return (found?.artists ?? []).map((artist) => foundArtist(artist, clamp((artist.score ?? 0) / 100)))
    },

    async artist(id, ask) {
      const artist = await lookup(upstream, id, ask)
      return artist && foundArtist(artist, 1)
    },
  }
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

export function createIdentity(upstream: Upstream): Identity {
  return {
    async details({ ids }, ask) {
      const artist = await lookup(upstream, ids.musicbrainz, ask)
      return artist && detailsOf(artist)
    },

    async artistByUrl(url, ask) {
      const found = await upstream.json(
        {
          family: 'url',
          path: '/url',
          query: { resource: canonicalUrl(url), inc: 'artist-rels', fmt: 'json' },
          schema: urlShape,
          keep: ENTITY,
        },
        ask,
      )
      const artists = new Set(found?.relations.flatMap(({ artist }) => artist?.id ?? []))
      // An address that several artists share says of none who it is.
      return artists.size === 1 ? ([...artists][0] ?? null) : null
    },
  }
}

export function createGenres(upstream: Upstream): Genres {
  return {
    async genres({ ids }: ArtistRef, ask) {
      return genresOf((await lookup(upstream, ids.musicbrainz, ask))?.genres ?? [])
    },
  }
}
