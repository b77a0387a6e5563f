import type { Upstream } from '../../platform/upstream/types.ts'
import { similarity } from '../common/similarity.ts'
import type { ProviderDeps } from '../deps.ts'
import type { AlbumTracks, ArtistSearch, CoverArt, Discography } from '../ports.ts'
import type { Provider } from '../provider.ts'
import { albumOf, artistOf, idsOf, pictureOf, trackOf, withoutCopies } from './mapping.ts'
import { artistIdOf, examine, findAlbum, isId, lookup, searchArtists } from './reads.ts'
import { isAlbum, isArtist, isSong, results } from './shapes.ts'

const SAME_ALBUM = 1
const SAME_COVER = 0.85

/** Apple's search service: no key, one call in 4 seconds, so it is asked last. */
export function createItunes({ config, upstream: factory }: ProviderDeps): Provider {
  const upstream = factory({
    name: 'itunes',
    title: 'iTunes',
    baseUrl: config.ITUNES_BASE_URL,
    limits: { everyMs: 4000, concurrency: 1, timeoutMs: 10_000, retries: 2 },
    examine,
  })
  const ports = createPorts(upstream)
  return {
    name: 'itunes',
    title: 'iTunes',
    website: 'https://music.apple.com',
    attribution: 'Catalogue data and covers courtesy of iTunes',
    missing: [],
    upstream,
    ports: { artistSearch: ports, discography: ports, albumTracks: ports, coverArt: ports },
    async probe(ask) {
      const query = { term: 'music', media: 'music', entity: 'musicArtist', limit: 1 }
      await upstream.json({ family: 'search', path: '/search', query, schema: results }, ask)
    },
  }
}

function createPorts(upstream: Upstream): ArtistSearch & Discography & AlbumTracks & CoverArt {
  return {
    slow: true,

    async searchArtists(query, limit, ask) {
      const found = await searchArtists(upstream, query, limit, ask)
      const scored = found.map((row) => artistOf(row, similarity(row.artistName, query)))
      return scored.sort((a, b) => b.score - a.score).slice(0, limit)
    },

    async artist(id, ask) {
      const found = isId(id) ? (await lookup(upstream, { id }, ask)).find(isArtist) : undefined
      return found ? artistOf(found, 1) : null
    },

    /** The 200 that one answer holds. */
    async albums(artist, ask) {
      const id = await artistIdOf(upstream, artist, ask)
      if (id === null) return []
      return withoutCopies((await lookup(upstream, { id, entity: 'album' }, ask)).filter(isAlbum)).map(albumOf)
    },

    async album(id, ask) {
      const found = isId(id) ? (await lookup(upstream, { id }, ask)).find(isAlbum) : undefined
      return found ? albumOf(found) : null
    },

    async contents(album, ask) {
      const known = isId(album.ids.itunes) ? Number(album.ids.itunes) : null
      const id = known ?? (await findAlbum(upstream, album, SAME_ALBUM, ask))?.collectionId
      if (id === undefined) return null
      const rows = await lookup(upstream, { id, entity: 'song' }, ask)
      const parent = rows.find(isAlbum)
      if (!parent) return null
      const tracks = rows.filter(isSong).map((row) => trackOf(row, parent.artistId ?? null))
      return { ids: idsOf(parent.collectionId), label: null, upc: null, editions: [], tracks }
    },

    async covers(album, ask) {
      const picture = pictureOf((await findAlbum(upstream, album, SAME_COVER, ask))?.artworkUrl100)
      return picture ? [picture] : []
    },
  }
}
