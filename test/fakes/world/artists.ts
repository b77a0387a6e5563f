import { familyOf, genresOf } from './genres.ts'
import { spotifyId, uuid } from './ids.ts'
import { CAST, type Named, nameOf } from './names.ts'
import type { Sizes } from './plan.ts'
import { biographyOf } from './prose.ts'
import { type Random, randomOf } from './random.ts'
import type { WorldArtist } from './types.ts'
import { LANGUAGES } from './words/languages.ts'
import type { Tongue } from './words/tongue.ts'

/** What the albums of an artist are made from. */
export type Draft = Readonly<{ artist: Omit<WorldArtist, 'similar' | 'albums'>; tongue: Tongue; family: number }>

const PLACES: Readonly<Record<string, string>> = {
  GB: 'United Kingdom',
  US: 'United States',
  AU: 'Australia',
  CA: 'Canada',
  IE: 'Ireland',
  ES: 'Spain',
  MX: 'Mexico',
  AR: 'Argentina',
  CL: 'Chile',
  CO: 'Colombia',
  FR: 'France',
  BE: 'Belgium',
  CH: 'Switzerland',
  NO: 'Norway',
  SE: 'Sweden',
  DK: 'Denmark',
  FI: 'Finland',
  IS: 'Iceland',
  JP: 'Japan',
  RU: 'Russia',
  UA: 'Ukraine',
  BY: 'Belarus',
  GR: 'Greece',
  CY: 'Cyprus',
  EG: 'Egypt',
  LB: 'Lebanon',
  MA: 'Morocco',
  KR: 'South Korea',
}
/** The convention of MusicBrainz for albums of many artists: every client knows this id. */
const VARIOUS_MBID = '89ad4ac3-39f7-470e-963a-56509c546377'
const UNKNOWN = [
  ['deezer', 0.08],
  ['spotify', 0.08],
  ['musicbrainz', 0.06],
  ['itunes', 0.15],
  ['audiodb', 0.35],
  ['discogs', 0.15],
  ['lastfm', 0.08],
] as const

/** Where something is unknown; never everywhere. */
export function unknownTo(random: Random): string[] {
  const names: string[] = UNKNOWN.filter(([, probability]) => random.chance(probability)).map(([name]) => name)
  return names.includes('deezer') && names.includes('spotify') ? names.filter((name) => name !== 'musicbrainz') : names
}

/** Every artist without friends and albums; the last one is "Various Artists" where there are more than three. */
export function draftArtists({ seed, artists, today }: Sizes): Draft[] {
  const taken = new Set(CAST.map(({ name }) => name))
  const various = artists > 3 ? artists - 1 : null
  return Array.from({ length: artists }, (_, key) => {
    const random = randomOf(seed, 'artist', key)
    if (key === various) return variousArtists(random, key)
    return draft(random, key, CAST[key] ?? nameOf(random, taken), Number(today.slice(0, 4)))
  })
}

function draft(random: Random, key: number, named: Named, year: number): Draft {
  const { name, sortName, aliases, kind, tongue, disambiguation } = named
  const country = key === 0 ? 'GB' : random.pick(tongue.places)
  const family = key < 2 ? 0 : familyOf(random)
  const genres = key === 0 ? NIGHT_FERRY_GENRES : genresOf(random, family)
  const countryName = PLACES[country] ?? country
  const biography = biographyOf(random, name, countryName, key === 0)
  const artist = {
    ...{ key, name, sortName, aliases, kind, country, countryName, disambiguation, genres, biography },
    ...life(random, kind, key === 0 ? 2009 : random.int(1962, year - 4), year),
    ...idsOf(random, key),
    ...countsOf(random, key),
    unknownTo: [...(key < 2 ? [] : unknownTo(random)), ...(Object.keys(biography).length === 0 ? ['wikipedia'] : [])],
    website: random.chance(0.7) || key === 0 ? `https://artist-${key}.example` : '',
  }
  return { artist, tongue, family }
}
const NIGHT_FERRY_GENRES = [
  { name: 'dream pop', count: 21 },
  { name: 'shoegaze', count: 12 },
  { name: 'indie pop', count: 5 },
]

function life(random: Random, kind: WorldArtist['kind'], start: number, year: number) {
  const born =
    kind === 'Person' ? `${start - random.int(18, 30)}-0${random.int(1, 9)}-1${random.int(0, 9)}` : `${start}`
  const end = start > 0 && start < year - 20 && random.chance(0.25) ? `${random.int(start + 12, year - 2)}` : ''
  return { begin: random.chance(0.06) ? '' : born, end }
}

function idsOf(random: Random, key: number) {
  const merged = random.weighted([[0, 86] as const, [1, 11] as const, [2, 3] as const])
  return {
    mbid: uuid(random),
    mergedMbids: Array.from({ length: key === 1 ? 1 : merged }, () => uuid(random)),
    spotifyId: spotifyId(random),
    deezerId: 1_000_000 + key * 7,
    itunesId: 300_000_000 + key * 13,
    audiodbId: String(111_000 + key),
    discogsId: 2_000_000 + key * 3,
    wikidataId: `Q${900_000_000 + key}`,
  }
}

/** Few are heard by many: the first artists of the world, mostly. */
function countsOf(random: Random, key: number) {
  const popularity = Math.max(0, Math.min(100, Math.round(84 - 14 * Math.log10(key + 1) - random.int(0, 38))))
  const listeners = Math.round(1.13 ** popularity * random.int(18, 36))
  return { popularity, followers: Math.round(listeners * 0.4), listeners, plays: listeners * random.int(6, 40) }
}

function variousArtists(random: Random, key: number): Draft {
  const name = 'Various Artists'
  const artist = {
    ...{ key, name, sortName: name, aliases: [], kind: 'Group' as const, country: '', countryName: '', begin: '' },
    ...{ end: '', disambiguation: 'add compilations to this artist', genres: [], biography: {}, website: '' },
    ...idsOf(random, key),
    ...{ mbid: VARIOUS_MBID, mergedMbids: [], popularity: 0, followers: 0, listeners: 0, plays: 0 },
    unknownTo: ['wikipedia', 'lastfm', 'audiodb'],
  }
  return { artist, tongue: LANGUAGES.english, family: 0 }
}

/** Similar artists: those of one genre first, both ways for most, so that the graph has cycles. */
export function similarOf(seed: number, drafts: readonly Draft[], key: number): WorldArtist['similar'] {
  const random = randomOf(seed, 'similar', key)
  const real = drafts.filter(({ artist }) => artist.mbid !== VARIOUS_MBID && artist.key !== key)
  if (drafts[key]?.artist.mbid === VARIOUS_MBID) return []
  const family = drafts[key]?.family
  const near = real.filter((other) => other.family === family)
  // The first five know each other and many more: a demo that starts there reaches far.
  const friends = key < 5 ? real.slice(0, 4) : [...random.some(near, 3), ...real.slice(0, key % 3)]
  const more = random.some([...near, ...random.some(real, 10)], key < 5 ? 24 : random.int(1, 14))
  const keys = [...new Set([...friends, ...more].map(({ artist }) => artist.key))].slice(0, key < 5 ? 22 : 20)
  let score = 1
  return keys.map((artist) => {
    const found = { artist, score: Math.round(score * 1000) / 1000 }
    score = Math.max(0.02, score - random.next() * 0.09)
    return found
  })
}

export const variousKey = (drafts: readonly Draft[]) =>
  drafts.find(({ artist }) => artist.mbid === VARIOUS_MBID)?.artist.key ?? null
