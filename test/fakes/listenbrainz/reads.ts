import { UUID } from '../common/manners.ts'
import type { FakeReply, FakeRequest } from '../types.ts'
import type { WorldArtist } from '../world/types.ts'
import type { Catalogue, Song } from './catalogue.ts'

const ALGORITHM = 'session_based_days_9000_session_300_contribution_5_threshold_15_limit_50_skip_30'
const GENRE = '0cd3ee5e-0000-4000-8000-00000000000'
export const failed = (code: number, error: string): FakeReply => ({ status: code, body: { code, error } })

/** Labs: in no order, with doubles, and scores without a scale. */
export function similarArtists({ world, artistByMbid }: Catalogue, { query }: FakeRequest): FakeReply {
  const mbid = query.get('artist_mbids') ?? ''
  if (!UUID.test(mbid)) return failed(400, `artist_mbids: ${mbid} is not a valid UUID`)
  if (query.get('algorithm') !== ALGORITHM) return failed(400, 'Unknown algorithm')
  const rows = (artistByMbid.get(mbid)?.similar ?? []).flatMap(({ artist, score }) => {
    const other = world.artists[artist]
    return other && artistByMbid.has(other.mbid) ? [similarRow(other, Math.round(score * 800), mbid)] : []
  })
  const [best] = rows
  // The best one comes last, and once more with half its score.
  return { body: best ? [...rows.toReversed(), { ...best, score: Math.round(best.score / 2) }] : [] }
}

const similarRow = ({ mbid, name, disambiguation, kind }: WorldArtist, score: number, reference: string) => ({
  artist_mbid: mbid,
  name,
  comment: disambiguation,
  type: kind,
  gender: null,
  score,
  reference_mbid: reference,
})

/** Rows in the order of the question; null counts for what nobody heard or nobody knows. */
export function popularity(catalogue: Catalogue, kind: string, body: string): FakeReply {
  const key = `${kind}_mbids`
  const mbids = readList(body, key)
  if (!mbids) return failed(400, `Invalid JSON: expected {"${key}": [...]}`)
  if (mbids.length === 0 || mbids.length > 1000) return failed(400, `${key} must have 1 to 1000 items`)
  const wrong = mbids.find((mbid) => !UUID.test(mbid))
  if (wrong !== undefined) return failed(400, `${key}: ${wrong} is not a valid MBID`)
  return { body: mbids.map((mbid) => ({ [`${kind}_mbid`]: mbid, ...countsOf(catalogue, kind, mbid) })) }
}

function readList(body: string, key: string): string[] | null {
  try {
    const list = JSON.parse(body)?.[key]
    return Array.isArray(list) && list.every((one) => typeof one === 'string') ? list : null
  } catch {
    return null
  }
}

function countsOf({ artistByMbid, songs }: Catalogue, kind: string, mbid: string) {
  const artist = kind === 'artist' ? artistByMbid.get(mbid) : undefined
  const song = kind === 'recording' ? songs.get(mbid) : undefined
  const plays = artist?.plays ?? song?.track.plays ?? 0
  const users = artist?.listeners ?? Math.ceil(plays / 9)
  return { total_listen_count: plays || null, total_user_count: users || null }
}

/** Artists that are not known are left out. */
export function artistMetadata({ artistByMbid }: Catalogue, { query }: FakeRequest): FakeReply {
  const mbids = (query.get('artist_mbids') ?? '').split(',').filter(Boolean)
  if (mbids.length === 0 || mbids.length > 25 || !mbids.every((mbid) => UUID.test(mbid)))
    return failed(400, 'artist_mbids argument must be present and contain a comma separated list of artist mbids')
  const inc = (query.get('inc') ?? '').split(/[ +]/).filter(Boolean)
  const wrong = inc.find((name) => !['artist', 'tag', 'release_group'].includes(name))
  if (wrong !== undefined)
    return failed(400, `invalid inc argument '${wrong}'. Must be one of artist,tag,release_group.`)
  return { body: mbids.flatMap((mbid) => metadataRow(artistByMbid.get(mbid), inc)) }
}

function metadataRow(artist: WorldArtist | undefined, inc: readonly string[]): object[] {
  if (!artist) return []
  const genres = artist.genres.map(({ name, count }, at) => ({
    artist_mbid: artist.mbid,
    count,
    genre_mbid: `${GENRE}${at % 10}`,
    tag: name,
  }))
  const chatter = { artist_mbid: artist.mbid, count: 40, tag: 'seen live' }
  return [
    {
      area: artist.countryName,
      artist_mbid: artist.mbid,
      mbid: artist.mbid,
      ...(/^\d{4}/.test(artist.begin) && { begin_year: Number(artist.begin.slice(0, 4)) }),
      name: artist.name,
      type: artist.kind,
      rels: artist.website ? { 'official homepage': artist.website } : {},
      ...(inc.includes('tag') && { tag: { artist: [chatter, ...genres] } }),
    },
  ]
}

export function topRecordings(catalogue: Catalogue, mbid: string): FakeReply {
  if (!UUID.test(mbid)) return failed(400, `artist_mbid: '${mbid}' is not a valid uuid`)
  const artist = catalogue.artistByMbid.get(mbid)
  const songs = artist ? (catalogue.songsOf.get(artist.key) ?? []) : []
  const best = songs.toSorted((a, b) => b.track.plays - a.track.plays).slice(0, 200)
  return { body: best.map((song) => topRow(catalogue, song)) }
}

function topRow({ world }: Catalogue, { track, album, release }: Song) {
  const credits = track.credits.length > 0 ? track.credits : album.credits
  const mbidOf = (key: number) => world.artists[key]?.mbid ?? ''
  return {
    artist_mbids: credits.map(({ artist }) => mbidOf(artist)),
    artist_name: credits.map(({ name, joinPhrase }) => name + joinPhrase).join(''),
    artists: credits.map(({ artist, name, joinPhrase }) => ({
      artist_credit_name: name,
      artist_mbid: mbidOf(artist),
      join_phrase: joinPhrase,
    })),
    caa_id: null,
    caa_release_mbid: null,
    length: track.lengthMs,
    recording_mbid: track.recordingMbid,
    recording_name: track.title,
    release_mbid: release,
    release_name: album.title,
    total_listen_count: track.plays || null,
    total_user_count: Math.ceil(track.plays / 9) || null,
  }
}
