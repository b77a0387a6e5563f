import { z } from 'zod'
import type { Upstream } from '../../platform/upstream/types.ts'
import { similarity, titleSimilarity } from '../common/similarity.ts'
import type { ProviderDeps } from '../deps.ts'
import type { FoundLyrics, Lyrics, TrackRef } from '../ports.ts'
import type { Provider } from '../provider.ts'

const DAY = 24 * 3600
/** Words do not change; that there are none may. */
const KEEP = { hit: 3650 * DAY, miss: 14 * DAY }
const SEARCH_KEEP = { hit: 14 * DAY, miss: 14 * DAY }
const ALIKE = 0.85
const SECONDS_APART = 3

const text = z.string().nullish()
const entry = z.object({
  trackName: text,
  artistName: text,
  duration: z.number().nullish(),
  instrumental: z.boolean().nullish(),
  plainLyrics: text,
  syncedLyrics: text,
})
type Entry = z.infer<typeof entry>
const entries = z.array(entry)

/** LRCLIB: words with time tags, no key; one call at a time, half a second apart. */
export function createLrclib({ config, upstream: factory }: ProviderDeps): Provider {
  const upstream = factory({
    name: 'lrclib',
    title: 'LRCLIB',
    baseUrl: config.LRCLIB_BASE_URL,
    limits: { everyMs: 500, concurrency: 1, timeoutMs: 15_000, retries: 2 },
  })
  return {
    name: 'lrclib',
    title: 'LRCLIB',
    website: 'https://lrclib.net',
    attribution: 'Lyrics from LRCLIB',
    missing: [],
    upstream,
    ports: { lyrics: createLyrics(upstream) },
    // An entry that may not exist: that it says so is answer enough.
    async probe(ask) {
      await upstream.json({ family: 'get', path: '/get/1', schema: entry }, ask)
    },
  }
}

/** Exactly this album first, then any album, then whatever a search finds that is near enough. */
function createLyrics(upstream: Upstream): Lyrics {
  return {
    async lyrics(track, ask) {
      if (!track.title.trim() || !track.artist.trim()) return null
      const albums = track.album?.trim() ? [track.album, undefined] : [undefined]
      for (const album of albums) {
        const query = { ...named(track), album_name: album, duration: secondsOf(track) }
        const found = await upstream.json({ family: 'get', path: '/get', query, schema: entry, keep: KEEP }, ask)
        const words = found && wordsOf(found)
        if (words) return words
      }
      const wanted = { family: 'search', path: '/search', query: named(track), schema: entries, keep: SEARCH_KEEP }
      return nearest((await upstream.json(wanted, ask)) ?? [], track)
    },
  }
}

const named = ({ title, artist }: TrackRef) => ({ track_name: title, artist_name: artist })

/** LRCLIB refuses lengths outside 1 to 3600. */
function secondsOf({ durationMs }: TrackRef): number | undefined {
  const seconds = Math.round((durationMs ?? 0) / 1000)
  return seconds >= 1 && seconds <= 3600 ? seconds : undefined
}

/** null: an entry without words that does not say that there are none to sing. */
function wordsOf({ instrumental, plainLyrics, syncedLyrics }: Entry): FoundLyrics | null {
  const [plain, synced] = [plainLyrics, syncedLyrics].map((words) => (words?.trim() ? words : null))
  if (instrumental) return { instrumental: true, plain: null, synced: null }
  return plain || synced ? { instrumental: false, plain: plain ?? null, synced: synced ?? null } : null
}

function nearest(found: readonly Entry[], track: TrackRef): FoundLyrics | null {
  const apart = ({ duration }: Entry) => {
    if (track.durationMs === null) return 0
    return typeof duration === 'number' ? Math.abs(duration - track.durationMs / 1000) : Number.POSITIVE_INFINITY
  }
  const near = found
    .filter((one) => titleSimilarity(one.trackName ?? '', track.title) >= ALIKE)
    .filter((one) => similarity(one.artistName ?? '', track.artist) >= ALIKE)
    .filter((one) => apart(one) <= SECONDS_APART && wordsOf(one))
    .sort((a, b) => Number(Boolean(b.syncedLyrics)) - Number(Boolean(a.syncedLyrics)) || apart(a) - apart(b))
  return near[0] ? wordsOf(near[0]) : null
}
