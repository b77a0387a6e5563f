import type { World, WorldAlbum, WorldArtist, WorldCredit, WorldTrack } from '../world/types.ts'
import { type Place, pagesOf, type Release } from './catalogue.ts'

/** What a request asked to have in the answer. */
export type Inc = ReadonlySet<string>
const ID = 'f0000000-0000-4000-8000-000000000000'
/** Made up, and the same for the same text. */
const idOf = (text: string): string => {
  let hash = 7
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 0x7fffffff
  return ID.slice(0, -8) + hash.toString(16).padStart(8, '0')
}
const area = (name: string) =>
  name ? { id: idOf(name), name, 'sort-name': name, type: 'Country', 'type-id': ID, disambiguation: '' } : null
const genre = (name: string, count: number) => ({ id: idOf(name), name, count, disambiguation: '' })

const shortArtist = (artist: WorldArtist) => ({
  id: artist.mbid,
  name: artist.name,
  'sort-name': artist.sortName,
  disambiguation: artist.disambiguation,
  country: artist.country || null,
  type: artist.kind,
  'type-id': ID,
})

const credits = (world: World, list: readonly WorldCredit[]) =>
  list.map(({ artist, name, joinPhrase }) => ({
    name,
    joinphrase: joinPhrase,
    artist: shortArtist(world.artists[artist] as WorldArtist),
  }))

const relation = ([type, resource]: readonly [string, string]) => ({
  type,
  'type-id': idOf(type),
  'target-type': 'url',
  direction: 'forward',
  url: { id: idOf(resource), resource },
  ended: false,
  begin: null,
  end: null,
  attributes: [],
  'attribute-ids': {},
  'attribute-values': {},
  'source-credit': '',
  'target-credit': '',
})

export function artist(found: WorldArtist, inc: Inc) {
  return {
    ...shortArtist(found),
    area: area(found.countryName),
    'begin-area': null,
    'end-area': null,
    gender: null,
    'gender-id': null,
    'life-span': { begin: found.begin || null, end: found.end || null, ended: found.end !== '' },
    isnis: [],
    ipis: [],
    ...(inc.has('aliases') && { aliases: found.aliases.map(alias) }),
    ...(inc.has('genres') && { genres: found.genres.map(({ name, count }) => genre(name, count)) }),
    ...(inc.has('tags') && { tags: [...found.genres, { name: 'seen live', count: 1 }] }),
    ...(inc.has('url-rels') && { relations: pagesOf(found).map(relation) }),
  }
}
const alias = (name: string) => ({
  name,
  'sort-name': name,
  locale: null,
  type: null,
  'type-id': null,
  primary: null,
  begin: null,
  end: null,
  ended: false,
})

/** Results of a search leave out what is not there, and have neither relations nor genres. */
export const searchedArtist = (found: WorldArtist, score: number) => ({
  id: found.mbid,
  type: found.kind,
  'type-id': ID,
  score,
  name: found.name,
  'sort-name': found.sortName,
  ...(found.country && { country: found.country, area: { ...area(found.countryName), 'life-span': { ended: null } } }),
  ...(found.disambiguation && { disambiguation: found.disambiguation }),
  'life-span': { ...(found.begin && { begin: found.begin }), ended: found.end ? true : null },
  ...(found.aliases.length > 0 && {
    aliases: found.aliases.map((name) => ({ name, 'sort-name': name, locale: null })),
  }),
  ...(found.genres.length > 0 && { tags: found.genres }),
})

export const urlOf = (resource: string, related: WorldArtist, type: string, inc: Inc) => ({
  id: idOf(resource),
  resource,
  ...(inc.has('artist-rels') && {
    relations: [
      {
        type,
        'type-id': idOf(type),
        'target-type': 'artist',
        direction: 'backward',
        ended: false,
        artist: shortArtist(related),
      },
    ],
  }),
})

export const releaseGroup = (world: World, album: WorldAlbum, inc: Inc) => ({
  id: album.mbid,
  title: album.title,
  disambiguation: '',
  'first-release-date': album.date,
  'primary-type': album.primaryType,
  'primary-type-id': idOf(album.primaryType),
  'secondary-types': album.secondaryTypes,
  'secondary-type-ids': album.secondaryTypes.map(idOf),
  ...(inc.has('artist-credits') && { 'artist-credit': credits(world, album.credits) }),
  ...(inc.has('genres') && { genres: album.genres.map((name, at) => genre(name, album.genres.length - at)) }),
})

/** `shown`: those tracks of each medium that the answer lists. */
export function release(world: World, { album, edition }: Release, inc: Inc, shown?: (track: WorldTrack) => boolean) {
  const withMedia = inc.has('media') || inc.has('recordings')
  return {
    id: edition.mbid,
    title: edition.title,
    status: edition.status,
    'status-id': idOf(edition.status),
    quality: 'normal',
    packaging: null,
    'packaging-id': null,
    'text-representation': { language: null, script: null },
    date: edition.date,
    ...(edition.country && { country: edition.country }),
    barcode: edition.barcode || null,
    asin: null,
    disambiguation: '',
    'cover-art-archive': { artwork: album.color !== null, count: 1, front: album.color !== null, back: false },
    ...(inc.has('artist-credits') && { 'artist-credit': credits(world, album.credits) }),
    ...(inc.has('release-groups') && { 'release-group': releaseGroup(world, album, inc) }),
    ...(inc.has('labels') && { 'label-info': labelsOf(edition.label) }),
    ...(withMedia && { media: media(world, { album, edition }, inc, shown) }),
  }
}
const labelsOf = (name: string) =>
  name ? [{ 'catalog-number': null, label: { id: idOf(name), name, 'sort-name': name, disambiguation: '' } }] : []

function media(
  world: World,
  { album, edition }: Release,
  inc: Inc,
  shown: (track: WorldTrack) => boolean = () => true,
) {
  const listed = inc.has('recordings')
  return edition.discs.map((tracks, at) => ({
    id: idOf(`${edition.mbid}/${at}`),
    position: at + 1,
    title: '',
    format: edition.format,
    'format-id': idOf(edition.format),
    'track-offset': 0,
    'track-count': tracks.length,
    ...(listed && {
      tracks: tracks.flatMap((track, place) =>
        shown(track) ? [trackOf(world, album, track, place + 1, edition.format, inc)] : [],
      ),
    }),
  }))
}

function trackOf(world: World, album: WorldAlbum, track: WorldTrack, position: number, format: string, inc: Inc) {
  const number = /Vinyl|Cassette/.test(format) ? `A${position}` : String(position)
  return {
    id: track.trackMbid,
    position,
    number,
    title: track.title,
    length: track.lengthMs,
    ...(inc.has('artist-credits') && { 'artist-credit': creditsOfTrack(world, album, track) }),
    recording: recording(world, album, track, inc),
  }
}
const creditsOfTrack = (world: World, album: WorldAlbum, track: WorldTrack) =>
  credits(world, track.credits.length > 0 ? track.credits : album.credits)

export const recording = (world: World, album: WorldAlbum, track: WorldTrack, inc: Inc) => ({
  id: track.recordingMbid,
  title: track.title,
  length: track.lengthMs,
  disambiguation: '',
  video: false,
  'first-release-date': album.date,
  ...(inc.has('isrcs') && { isrcs: track.isrcs }),
  ...(inc.has('artist-credits') && { 'artist-credit': creditsOfTrack(world, album, track) }),
})

/** A recording with the releases it is on; sub-lists of lookups have at most 25. */
export function recordingWithReleases(world: World, places: readonly Place[], inc: Inc) {
  const [first] = places as [Place]
  const nested = inc.has('media') ? new Set([...inc, 'recordings']) : inc
  const { recordingMbid } = first.track
  return {
    ...recording(world, first.album, first.track, inc),
    ...(inc.has('releases') && {
      releases: places
        .slice(0, 25)
        .map((place) => release(world, place, nested, (track) => track.recordingMbid === recordingMbid)),
    }),
  }
}
