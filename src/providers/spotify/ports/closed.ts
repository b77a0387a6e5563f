import type { AudioFeatures, Features, Recommendations, SimilarArtists, TopTracks, TrackRef } from '../../ports.ts'
import { type Api, isId, KEEP } from '../api/api.ts'
import { trackOf, trackWithAlbumOf } from '../model/found.ts'
import { type AudioFeature, artistList, audioFeatures, trackList } from '../model/shapes.ts'
import { artistIdOf, NO_MARKET } from './find.ts'

/*
 * Endpoints that Spotify closed to new apps; old ones still have them. Their refusal is an `UpstreamError` with
 * `unable`, which the upstream remembers, so that they cost one call.
 */
const FEATURES_AT_ONCE = 100
const MOST_SEEDS = 5
const MOST_RECOMMENDED = 100

export const similarOf = (api: Api): SimilarArtists => ({
  async similar(artist, limit, ask) {
    const id = await artistIdOf(api, artist, ask)
    if (!id) return []
    const reading = {
      family: 'related-artists',
      path: `/artists/${id}/related-artists`,
      query: NO_MARKET,
      schema: artistList,
    }
    const { artists } = (await api.read(reading, ask)) ?? { artists: [] }
    // Spotify gives an order and no numbers.
    return artists
      .map((one, place) => ({ name: one.name, ids: { spotify: one.id }, score: 1 - place / artists.length }))
      .slice(0, limit)
  },
})

export const topTracksOf = (api: Api): TopTracks => ({
  async topTracks(artist, limit, ask) {
    const id = await artistIdOf(api, artist, ask)
    if (!id) return []
    const found = await api.read({ family: 'top-tracks', path: `/artists/${id}/top-tracks`, schema: trackList }, ask)
    return (found?.tracks ?? []).slice(0, limit).map(trackOf)
  },
})

export const recommendationsOf = (api: Api): Recommendations => ({
  async recommend({ artists, tracks }, limit, ask) {
    const tracksIn = tracks.flatMap(({ ids }) => (isId(ids.spotify) ? [ids.spotify] : [])).slice(0, MOST_SEEDS)
    const artistsIn = artists
      .flatMap(({ ids }) => (isId(ids.spotify) ? [ids.spotify] : []))
      .slice(0, MOST_SEEDS - tracksIn.length)
    if (tracksIn.length + artistsIn.length === 0) return []
    const query = {
      seed_artists: artistsIn.join(',') || undefined,
      seed_tracks: tracksIn.join(',') || undefined,
      limit: Math.min(limit, MOST_RECOMMENDED),
    }
    const reading = { family: 'recommendations', path: '/recommendations', query, schema: trackList, keep: KEEP.search }
    return ((await api.read(reading, ask))?.tracks ?? []).map(trackWithAlbumOf)
  },
})

const featuresOfOne = ({ id, ...numbers }: AudioFeature, ref: TrackRef | undefined): Features => ({
  isrc: ref?.isrc ?? null,
  ids: { spotify: id },
  valence: numbers.valence ?? null,
  energy: numbers.energy ?? null,
  danceability: numbers.danceability ?? null,
  acousticness: numbers.acousticness ?? null,
  instrumentalness: numbers.instrumentalness ?? null,
  tempo: numbers.tempo ?? null,
  loudness: numbers.loudness ?? null,
})

/** Of tracks whose Spotify id is known. */
export const featuresOf = (api: Api): AudioFeatures => ({
  async features(tracks, ask) {
    const byId = new Map(tracks.flatMap((ref) => (isId(ref.ids.spotify) ? [[ref.ids.spotify, ref] as const] : [])))
    const ids = [...byId.keys()]
    const found: Features[] = []
    for (let at = 0; at < ids.length; at += FEATURES_AT_ONCE) {
      const query = { ...NO_MARKET, ids: ids.slice(at, at + FEATURES_AT_ONCE).join(',') }
      const page = await api.read(
        { family: 'audio-features', path: '/audio-features', query, schema: audioFeatures },
        ask,
      )
      found.push(...(page?.audio_features ?? []).map((one) => featuresOfOne(one, byId.get(one.id))))
    }
    return found
  },
})
