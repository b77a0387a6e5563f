import type { Upstream } from '../../platform/upstream/types.ts'
import type { ProviderDeps } from '../deps.ts'
import type { AudioFeatures, Features, TrackRef } from '../ports.ts'
import type { Provider } from '../provider.ts'
import { featuresOf, type Row, rows, spotifyIdOf } from './rows.ts'

/** More ids than this are dropped without a word. */
const BATCH = 40
const MONTH = 30 * 24 * 3600
const ANY_ISRC = 'USRC17607839'

/** ReccoBeats: how music sounds, by ISRC or Spotify id; no key, one person's project. */
export function createReccobeats({ config, upstream: factory }: ProviderDeps): Provider {
  const upstream = factory({
    name: 'reccobeats',
    title: 'ReccoBeats',
    baseUrl: config.RECCOBEATS_BASE_URL,
    limits: { everyMs: 1000, concurrency: 1, timeoutMs: 15_000, retries: 3 },
  })
  return {
    name: 'reccobeats',
    title: 'ReccoBeats',
    website: 'https://reccobeats.com',
    attribution: 'Audio features from ReccoBeats',
    missing: [],
    upstream,
    ports: { audioFeatures: createFeatures(upstream) },
    async probe(ask) {
      const query = { ids: ANY_ISRC }
      await upstream.json({ family: 'audio-features', path: '/audio-features', query, schema: rows }, ask)
    },
  }
}

function createFeatures(upstream: Upstream): AudioFeatures {
  return {
    /** Those that are known, in the order asked for. A track needs an ISRC or a Spotify id. */
    async features(tracks, ask) {
      const keys = [...new Set(tracks.flatMap((track) => keyOf(track) ?? []))]
      const known = new Map<string, Features>()
      for (let at = 0; at < keys.length; at += BATCH) {
        const query = { ids: keys.slice(at, at + BATCH).join(',') }
        const asked = { family: 'audio-features', path: '/audio-features', query, schema: rows }
        // Some of a batch may be unknown today, so even a hit is asked for again after a month.
        const found = await upstream.json({ ...asked, keep: { hit: MONTH, miss: MONTH } }, ask)
        for (const row of found?.content ?? []) remember(known, row)
      }
      return keys.flatMap((key) => known.get(key) ?? [])
    },
  }
}

/** ISRCs are written with and without dashes; anything else would spoil the list of ids. */
function keyOf({ isrc, ids }: TrackRef): string | null {
  const code = isrc?.replaceAll('-', '').toUpperCase() ?? ''
  if (/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(code)) return code
  return /^[0-9A-Za-z]{22}$/.test(ids.spotify ?? '') ? (ids.spotify ?? null) : null
}

/** Several recordings may carry one ISRC: the first one stands. */
function remember(known: Map<string, Features>, row: Row): void {
  for (const key of [row.isrc?.toUpperCase(), spotifyIdOf(row)]) {
    if (key && !known.has(key)) known.set(key, featuresOf(row))
  }
}
