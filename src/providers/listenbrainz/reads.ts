import type { Upstream } from '../../platform/upstream/types.ts'
import type { CreditedArtist, Genres, Popularity, PopularityCounts, SimilarArtists, TopTracks } from '../ports.ts'
import { artistCountsShape, metadataShape, recordingCountsShape, similarShape, topRecordingsShape } from './shapes.ts'

const DAY = 86_400
const KEEP_WEEK = { hit: 7 * DAY, miss: 7 * DAY }
const KEEP_SIMILAR = { hit: 14 * DAY, miss: 7 * DAY }
/** One of the data sets that the labs page names; any other name is refused. */
const ALGORITHM = 'session_based_days_9000_session_300_contribution_5_threshold_15_limit_50_skip_30'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Other ids make the service refuse the whole call. */
export const mbidOf = (id: string | null | undefined): string | null => (id && UUID.test(id) ? id.toLowerCase() : null)

/** `labs` sends doubles, in no order, with scores of no fixed scale: the highest of an answer becomes 1. */
export function createSimilarArtists(labs: Upstream): SimilarArtists {
  return {
    async similar({ ids }, limit, ask) {
      const mbid = mbidOf(ids.musicbrainz)
      if (!mbid) return []
      const query = { artist_mbids: mbid, algorithm: ALGORITHM }
      const request = { family: 'similar-artists', path: '/similar-artists/json', query }
      const rows = await labs.json({ ...request, schema: similarShape, keep: KEEP_SIMILAR }, ask)
      const seen = new Set([mbid])
      const unique = (rows ?? [])
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .filter((row) => !seen.has(row.artist_mbid) && seen.add(row.artist_mbid))
      const best = unique[0]?.score ?? 1
      return unique
        .slice(0, limit)
        .map(({ artist_mbid, name, score }) => ({ name, ids: { musicbrainz: artist_mbid }, score: score / best }))
    },
  }
}

type Counts = { total_listen_count?: number | null | undefined; total_user_count?: number | null | undefined }
/** Null for what nobody heard: the service sends a row with null counts for ids that it does not know. */
function countsOf(row: Counts | undefined): PopularityCounts | null {
  const { total_listen_count: plays = null, total_user_count: listeners = null } = row ?? {}
  if (plays === null && listeners === null) return null
  return { popularity: null, followers: null, listeners, plays }
}

export function createPopularity(upstream: Upstream): Popularity {
  const reading = { family: 'popularity', method: 'POST', keep: KEEP_WEEK } as const
  return {
    async ofArtist({ ids }, ask) {
      const mbid = mbidOf(ids.musicbrainz)
      if (!mbid) return null
      const request = { ...reading, path: '/popularity/artist', body: { artist_mbids: [mbid] } }
      return countsOf((await upstream.json({ ...request, schema: artistCountsShape }, ask))?.[0])
    },

    async ofTrack({ ids }, ask) {
      const mbid = mbidOf(ids.musicbrainz)
      if (!mbid) return null
      const request = { ...reading, path: '/popularity/recording', body: { recording_mbids: [mbid] } }
      return countsOf((await upstream.json({ ...request, schema: recordingCountsShape }, ask))?.[0])
    },
  }
}

/** Only tags that are genres: the others are anything people write ("seen live"). */
export function createGenres(upstream: Upstream): Genres {
  return {
    async genres({ ids }, ask) {
      const mbid = mbidOf(ids.musicbrainz)
      if (!mbid) return []
      const query = { artist_mbids: mbid, inc: 'tag' }
      const request = { family: 'metadata-artist', path: '/metadata/artist/', query }
      const rows = await upstream.json({ ...request, schema: metadataShape, keep: KEEP_WEEK }, ask)
      const tags = (rows?.[0]?.tag?.artist ?? []).filter(({ genre_mbid, count }) => genre_mbid && count > 0)
      const most = Math.max(1, ...tags.map(({ count }) => count))
      return tags
        .map(({ tag, count }) => ({ name: tag, weight: count / most }))
        .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name))
    },
  }
}

/** Needs a token since 2026. */
export function createTopTracks(upstream: Upstream): TopTracks {
  return {
    async topTracks({ ids }, limit, ask) {
      const mbid = mbidOf(ids.musicbrainz)
      if (!mbid) return []
      const path = `/popularity/top-recordings-for-artist/${mbid}`
      const request = { family: 'top-recordings', path, schema: topRecordingsShape, keep: KEEP_WEEK }
      const rows = (await upstream.json(request, ask)) ?? []
      return rows.slice(0, limit).map((row) => ({
        title: row.recording_name,
        ids: { musicbrainz: row.recording_mbid },
        disc: 1,
        position: null,
        durationMs: row.length ?? null,
        isrcs: [],
        explicit: null,
        credits: (row.artists ?? []).map(creditOf),
        popularity: null,
      }))
    },
  }
}

type Credited = { artist_credit_name: string; artist_mbid: string; join_phrase?: string | null | undefined }
/** Whoever comes after "feat." is a guest. */
function creditOf(artist: Credited, at: number, all: readonly Credited[]): CreditedArtist {
  const guest = all.slice(0, at).some(({ join_phrase }) => /\bf(ea)?t(uring|\.|\b)/i.test(join_phrase ?? ''))
  return {
    name: artist.artist_credit_name,
    ids: { musicbrainz: artist.artist_mbid },
    role: guest ? 'featured' : 'main',
    joinPhrase: artist.join_phrase ?? '',
  }
}
