import { AppError } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Ask, FoundAlbum, FoundTrack } from '../../../providers/ports.ts'
import type { OverviewItem } from '../../library/contract.ts'
import type { Views } from '../../library/views/views.ts'
import { askFirst, type Unavailable } from '../ask.ts'
import { artistRef, trackRefs } from '../grow/store.ts'
import { showTrack, type ThroughUs } from '../outside.ts'
import type { Suggested } from './contract.ts'
import { diverse } from './diversity.ts'
import type { TrackDeps } from './service.ts'
import * as store from './store.ts'

type Query = Readonly<{
  seed_tracks: string[]
  seed_artists: string[]
  limit: number
  mode: 'hybrid' | 'local' | 'spotify'
}>
const REASONS: Readonly<Record<string, (name: string) => string>> = {
  seed: (name) => `By ${name}`,
  similar: (name) => `${name} is similar`,
  favourite: (name) => `${name} is a favourite of yours`,
  played: (name) => `You often play ${name}`,
}
const PER_ARTIST = 6
/** The others of the reference ask outside only. */
const OWN_MODES: ReadonlySet<string> = new Set(['hybrid', 'local'])

/** Tracks that go with others: from the own catalogue, and where that is not enough from who recommends. */
export function createRecommender(deps: TrackDeps & { views: Pick<Views, 'overview'>; throughUs: ThroughUs }) {
  const { db, known, providers, views } = deps
  const foundTrack = (track: Found, source: string) => suggested(track, source, deps.throughUs)

  async function seedsOf(query: Query) {
    const resolve = async (entity: 'artist' | 'track', texts: string[]) =>
      (await Promise.all(texts.map((text) => known.resolveRef(entity, text)))).flatMap((id) => id ?? [])
    return {
      artistIds: await resolve('artist', query.seed_artists),
      trackIds: await resolve('track', query.seed_tracks),
    }
  }

  async function local(viewer: Viewer, seeds: Awaited<ReturnType<typeof seedsOf>>, limit: number) {
    const taste = await store.tasteArtists(db, viewer.id, seeds)
    const ids = taste.map(({ id }) => id)
    const found = diverse(await store.candidateTracks(db, viewer.id, ids, seeds, PER_ARTIST), limit)
    const why = new Map(taste.map(({ id, reason, name }) => [id, REASONS[reason]?.(name) ?? name]))
    const lines = await views.overview(
      found.map(({ id }) => id),
      viewer.id,
    )
    const artistOf = new Map(found.map(({ id, artistId }) => [id, artistId]))
    const tracks = lines.map((line) => ownTrack(line, why.get(artistOf.get(line.track_id) ?? 0) ?? ''))
    return { tracks, artists: taste.slice(0, limit).map(({ id, name }) => ({ id, name })) }
  }

  async function remote(seeds: Awaited<ReturnType<typeof seedsOf>>, limit: number, ask: Ask) {
    const artists = (await Promise.all(seeds.artistIds.slice(0, 5).map((id) => artistRef(db, id)))).flatMap(
      (ref) => ref ?? [],
    )
    const tracks = (await trackRefs(db, seeds.trackIds.slice(0, 5))).map(({ ref }) => ref)
    const direct = await askFirst(providers.of('recommendations'), ask, (port, ask) =>
      port.recommend({ artists, tracks }, limit, ask),
    )
    const unavailable: Unavailable[] = [...direct.unavailable]
    if (direct.found)
      return { tracks: direct.found.value.map((track) => foundTrack(track, direct.found?.source ?? '')), unavailable }
    const tops = await Promise.all(
      artists.map((artist) => askFirst(providers.of('topTracks'), ask, (port, ask) => port.topTracks(artist, 4, ask))),
    )
    unavailable.push(...tops.flatMap((top) => top.unavailable))
    const found = tops.flatMap(({ found: top }) =>
      top ? top.value.map((track) => foundTrack({ ...track, album: null }, top.source)) : [],
    )
    return { tracks: found.slice(0, limit), unavailable }
  }

  return async (viewer: Viewer, query: Query, ask: Ask) => {
    if (query.seed_tracks.length + query.seed_artists.length === 0)
      throw new AppError('MISSING_PARAMETER', { details: 'Missing seed_tracks or seed_artists' })
    const seeds = await seedsOf(query)
    const own = OWN_MODES.has(query.mode) ? await local(viewer, seeds, query.limit) : { tracks: [], artists: [] }
    if (query.mode === 'local' || own.tracks.length >= query.limit) return { ...own, unavailable: [] }
    const other = await remote(seeds, query.limit, ask)
    return {
      tracks: interleave(own.tracks, other.tracks, query.limit),
      artists: own.artists,
      unavailable: other.unavailable,
    }
  }
}

/** One of ours, one of theirs; a track that both have comes once. */
function interleave(own: readonly Suggested[], other: readonly Suggested[], limit: number): Suggested[] {
  const mixed: Suggested[] = []
  const seen = new Set<string>()
  for (let at = 0; at < Math.max(own.length, other.length); at++) {
    for (const track of [own[at], other[at]]) {
      const key = track && `${track.name.toLowerCase()}|${track.artists[0]?.name.toLowerCase()}`
      if (!track || !key || seen.has(key)) continue
      seen.add(key)
      mixed.push(track)
    }
  }
  return mixed.slice(0, limit)
}

const ownTrack = (line: OverviewItem, reason: string): Suggested => ({
  id: line.spotify_track_id ?? String(line.track_id),
  local_id: line.track_id,
  name: line.track_name,
  duration_ms: line.duration_ms,
  popularity: line.popularity,
  preview_url: null,
  artists: line.artists.map(({ id, name }) => ({ id: String(id), name })),
  album: line.album_name === null ? null : { id: line.album_spotify_id, name: line.album_name, images: line.images },
  reason,
  source: 'library',
  track: line,
})

type Found = FoundTrack & { album: FoundAlbum | null }
const suggested = (track: Found, source: string, throughUs: ThroughUs): Suggested => ({
  ...showTrack(track, throughUs),
  local_id: null,
  reason: '',
  source,
  track: null,
})
