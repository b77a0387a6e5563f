import { createPace, isContactable, UUID } from './common/manners.ts'
import { browseReleaseGroups, browseReleases } from './musicbrainz/browse.ts'
import { type Catalogue, catalogueOf, pagesOf } from './musicbrainz/catalogue.ts'
import { BAD_MBID, failed, NOT_FOUND, pageOf, readInc, TOO_FAST } from './musicbrainz/replies.ts'
import { BadQuery, searchArtists } from './musicbrainz/search.ts'
import {
  artist,
  type Inc,
  recording,
  recordingWithReleases,
  release,
  releaseGroup,
  searchedArtist,
  urlOf,
} from './musicbrainz/shapes.ts'
import type { FakeHandler, FakeReply, FakeRequest } from './types.ts'
import type { World } from './world/types.ts'

export type MusicbrainzFakeOptions = Readonly<{
  /** 1000: as the real service. 0: it does not care. */
  everyMs?: number
}>

/** MusicBrainz' web service; base address with or without /ws/2. Slower clients than one call a second only. */
export function musicbrainzFake(world: World, { everyMs = 1000 }: MusicbrainzFakeOptions = {}): FakeHandler {
  const catalogue = catalogueOf(world)
  const inTime = createPace(everyMs)
  return (request) => {
    if (!isContactable(request.headers['user-agent'])) return { drop: true }
    if (everyMs > 0 && !inTime(request.at)) return TOO_FAST
    const json = request.query.get('fmt') === 'json' || /application\/json/.test(request.headers.accept ?? '')
    if (!json) return { headers: { 'content-type': 'application/xml; charset=utf-8' }, body: '<metadata/>' }
    return answer(catalogue, request)
  }
}

function answer(catalogue: Catalogue, { path, query }: FakeRequest): FakeReply | undefined {
  const [resource = '', id, rest] = path
    .replace(/^\/ws\/2(?=\/)/, '')
    .slice(1)
    .split('/')
  if (rest !== undefined) return undefined
  if (resource === 'genre' && id === 'all') return genres(catalogue, query)
  const ask = id ? LOOKUPS[resource] : BROWSES[resource]
  if (!ask) return undefined
  const inc = readInc(resource, query.get('inc'))
  if (!(inc instanceof Set)) return inc as FakeReply
  if (id && resource !== 'isrc' && !UUID.test(id)) return BAD_MBID
  return ask({ catalogue, query, inc, id: id?.toLowerCase() ?? '' })
}

type Question = Readonly<{ catalogue: Catalogue; query: URLSearchParams; inc: Inc; id: string }>
type Ask = (question: Question) => FakeReply

const LOOKUPS: Readonly<Record<string, Ask>> = {
  artist({ catalogue, id, inc }) {
    const found = catalogue.artistByMbid.get(id)
    if (!found) return NOT_FOUND
    const albums = (catalogue.albumsOf.get(found.key) ?? []).slice(0, 25)
    const groups = albums.map((album) => releaseGroup(catalogue.world, album, inc))
    return { body: { ...artist(found, inc), ...(inc.has('release-groups') && { 'release-groups': groups }) } }
  },
  'release-group'({ catalogue, id, inc }) {
    const found = catalogue.albumByMbid.get(id)
    return found ? { body: releaseGroup(catalogue.world, found, inc) } : NOT_FOUND
  },
  release({ catalogue, id, inc }) {
    const found = catalogue.releaseByMbid.get(id)
    return found ? { body: release(catalogue.world, found, inc) } : NOT_FOUND
  },
  recording({ catalogue, id, inc }) {
    const found = catalogue.recordings().byMbid.get(id)
    return found ? { body: recordingWithReleases(catalogue.world, found, inc) } : NOT_FOUND
  },
  isrc({ catalogue, id, inc }) {
    const isrc = id.toUpperCase()
    if (!/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc)) return failed(400, 'Invalid isrc.')
    const found = catalogue.recordings().byIsrc.get(isrc)
    if (!found) return NOT_FOUND
    const recordings = found.map(({ album, track }) => recording(catalogue.world, album, track, inc))
    return { body: { isrc, recordings } }
  },
}

const BROWSES: Readonly<Record<string, Ask>> = {
  artist: search,
  url: lookUpUrls,
  'release-group': ({ catalogue, query, inc }) => browseReleaseGroups(catalogue, query, inc),
  release: ({ catalogue, query, inc }) => browseReleases(catalogue, query, inc),
}

function search({ catalogue, query }: Question): FakeReply {
  const text = query.get('query') ?? ''
  if (!text.trim()) return failed(400, 'Must specify a query.')
  try {
    const all = searchArtists(catalogue.artists, text)
    const { limit, offset } = pageOf(query)
    const artists = all.slice(offset, offset + limit).map((found) => searchedArtist(found.artist, found.score))
    return { body: { created: '2026-11-20T10:00:00.000Z', count: all.length, offset, artists } }
  } catch (error) {
    if (error instanceof BadQuery) return failed(400, `Unable to parse search: ${text}`)
    throw error
  }
}

/** One address gives its entity, several give a list. */
function lookUpUrls({ catalogue, query, inc }: Question): FakeReply {
  const resources = query.getAll('resource')
  if (resources.length === 0) return failed(400, 'Must specify a resource.')
  if (resources.length > 100) return failed(400, 'Too many resources.')
  const found = resources.flatMap((resource) => {
    const related = catalogue.artistByPage.get(resource)
    const type = related && pagesOf(related).find(([, url]) => url === resource)?.[0]
    return related && type ? [urlOf(resource, related, type, inc)] : []
  })
  if (resources.length > 1) return { body: { 'url-count': found.length, 'url-offset': 0, urls: found } }
  return found[0] ? { body: found[0] } : NOT_FOUND
}

function genres({ artists }: Catalogue, query: URLSearchParams): FakeReply {
  const names = [...new Set(artists.flatMap((one) => one.genres.map(({ name }) => name)))].sort()
  const { limit, offset } = pageOf(query)
  const page = names.slice(offset, offset + limit).map((name) => ({ id: name, name, disambiguation: '' }))
  return { body: { 'genre-count': names.length, 'genre-offset': offset, genres: page } }
}
