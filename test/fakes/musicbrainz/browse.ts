import { UUID } from '../common/manners.ts'
import type { FakeReply } from '../types.ts'
import type { WorldAlbum } from '../world/types.ts'
import type { Catalogue, Release } from './catalogue.ts'
import { BAD_MBID, failed, NOT_FOUND, pageOf } from './replies.ts'
import { type Inc, release, releaseGroup } from './shapes.ts'

/** `WS_TRACK_LIMIT`: releases of a page with recordings stop before they have more tracks, but there is always one. */
const MOST_TRACKS = 500

const isOfficial = (album: WorldAlbum) => album.editions.some(({ status }) => status === 'Official')

function typesOf(album: WorldAlbum): string[] {
  return [album.primaryType, ...album.secondaryTypes].map((type) => type.toLowerCase())
}

export function browseReleaseGroups(catalogue: Catalogue, query: URLSearchParams, inc: Inc): FakeReply {
  const mbid = query.get('artist')
  if (!mbid) return failed(400, 'Must specify a browse parameter.')
  if (!UUID.test(mbid)) return BAD_MBID
  const artist = catalogue.artistByMbid.get(mbid)
  if (!artist) return NOT_FOUND
  const types = query.get('type')?.split('|')
  const all = (catalogue.albumsOf.get(artist.key) ?? []).filter(
    (album) =>
      (query.get('release-group-status') !== 'website-default' || isOfficial(album)) &&
      (!types || typesOf(album).some((type) => types.includes(type))),
  )
  const { limit, offset } = pageOf(query)
  const groups = all.slice(offset, offset + limit).map((album) => releaseGroup(catalogue.world, album, inc))
  return { body: { 'release-group-count': all.length, 'release-group-offset': offset, 'release-groups': groups } }
}

function releasesFor(catalogue: Catalogue, query: URLSearchParams): readonly Release[] | FakeReply {
  const [artist, group] = [query.get('artist'), query.get('release-group')]
  const mbid = artist ?? group
  if (!mbid) return failed(400, 'Must specify a browse parameter.')
  if (!UUID.test(mbid)) return BAD_MBID
  if (artist) {
    const found = catalogue.artistByMbid.get(artist)
    return found ? (catalogue.releasesOf.get(found.key) ?? []) : NOT_FOUND
  }
  const album = catalogue.albumByMbid.get(mbid)
  return album ? album.editions.map((edition) => ({ album, edition })) : NOT_FOUND
}

function cut(releases: readonly Release[]): readonly Release[] {
  let tracks = 0
  const end = releases.findIndex(({ edition }, at) => {
    tracks += edition.discs.reduce((sum, disc) => sum + disc.length, 0)
    return at > 0 && tracks > MOST_TRACKS
  })
  return end < 0 ? releases : releases.slice(0, end)
}

export function browseReleases(catalogue: Catalogue, query: URLSearchParams, inc: Inc): FakeReply {
  const found = releasesFor(catalogue, query)
  if (!Array.isArray(found)) return found as FakeReply
  const wanted = query.get('status')?.toLowerCase().split('|')
  const all = (found as Release[]).filter(({ edition }) => !wanted || wanted.includes(edition.status.toLowerCase()))
  const { limit, offset } = pageOf(query)
  const asked = all.slice(offset, offset + limit)
  const page = inc.has('recordings') ? cut(asked) : asked
  const releases = page.map((one) => release(catalogue.world, one, inc))
  return { body: { 'release-count': all.length, 'release-offset': offset, releases } }
}
