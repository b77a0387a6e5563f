import { type Draft, unknownTo } from './artists.ts'
import { alone, together, withGuest } from './credits.ts'
import { dateBetween, daysFrom } from './dates.ts'
import { editionsOf } from './editions.ts'
import { spotifyId, uuid } from './ids.ts'
import type { Plan } from './plan.ts'
import { storyOf } from './prose.ts'
import { type Random, randomOf } from './random.ts'
import { albumTitle, songTitle } from './titles.ts'
import { type Counter, emptySongbook, record, reissue, type Songbook } from './tracks.ts'
import type { WorldAlbum, WorldCredit, WorldTrack } from './types.ts'

const STREAMING = ['deezer', 'spotify', 'itunes', 'audiodb']

/** Makes the albums of a world one after the other; later ones have songs of earlier ones. */
export function albumMaker(seed: number, today: string, drafts: readonly Draft[], various: number | null) {
  const books = new Map<number, Songbook>()
  const names = new Map<number, Set<string>>()
  const counter: Counter = { tracks: 0, barcodes: 1 }
  const real = drafts.filter(({ artist }) => artist.key !== various)
  const bookOf = (artist: number) => entry(books, artist, emptySongbook)

  function songs(
    random: Random,
    plan: Plan,
    draft: Draft,
    credits: readonly WorldCredit[],
    year: number,
  ): WorldTrack[] {
    const book = bookOf(plan.artist)
    const used = new Set<string>()
    const studio = { random, draft, book, counter, year, real, credits, used }
    const tracks = Array.from({ length: plan.size }, (_, at) => {
      const sample = () => sampled(random, counter, random.pick(real), bookOf, used)
      const track = plan.artist === various ? sample() : song(studio, plan, plan.titles[at] ?? null)
      used.add(track.recordingMbid)
      return track
    })
    for (const track of tracks) book.songs.push({ track, credits: track.credits.length > 0 ? track.credits : credits })
    return tracks
  }

  return function album(plan: Plan, key: number): WorldAlbum {
    const random = randomOf(seed, 'album', key)
    const draft = drafts[plan.artist] as Draft
    const date = plan.date ?? dateOf(random, draft, today)
    const year = Number(date.slice(0, 4)) || 2001
    const partners = partnersOf(random, plan, drafts, real)
    const credits = partners.length > 0 ? together(random, draft, ...partners) : alone(draft)
    const tracks = songs(random, plan, draft, credits, year)
    const single = plan.primary === 'Single' ? (tracks[0]?.title ?? null) : null
    const title = albumTitle(
      random,
      draft,
      plan,
      entry(names, plan.artist, () => new Set()),
      single,
    )
    const country = draft.artist.country || 'GB'
    const bonus = (count: number) =>
      Array.from({ length: count }, () =>
        song(
          { random, draft, book: bookOf(plan.artist), counter, year, real, credits, used: new Set() },
          plan,
          null,
          true,
        ),
      )
    const kinds =
      title === 'Harbour Lights' ? (['digital', 'country', 'vinyl', 'deluxe', 'remaster', 'bootleg'] as const) : null
    const pressing = { title, date, country, bootleg: plan.bootleg, discs: discsOf(tracks, plan.discs), kinds, bonus }
    const story = storyOf(random, title)
    return {
      ...{ key, title, date, credits, story, primaryType: plan.primary, secondaryTypes: plan.secondary },
      genres: draft.artist.genres.slice(0, random.int(0, 3)).map(({ name }) => name),
      ...{ mbid: uuid(random), spotifyId: spotifyId(random), deezerId: 5_000_000 + key * 11 },
      ...{ itunesId: 900_000_000 + key * 5, audiodbId: String(2_110_000 + key), discogsMaster: 1_000_000 + key * 3 },
      unknownTo: strangers(random, plan, draft, title, story),
      editions: editionsOf(random, counter, pressing),
      color:
        random.chance(0.92) || plan.artist === 0 ? `#${random.int(0, 0xffffff).toString(16).padStart(6, '0')}` : null,
    }
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

function dateOf(random: Random, { artist }: Draft, today: string): string {
  if (random.chance(0.015)) return daysFrom(today, -random.int(1, 60))
  const begun = Number(artist.begin.slice(0, 4)) || 1985
  const end = Number(artist.end.slice(0, 4)) || Number(today.slice(0, 4))
  return dateBetween(random, begun + (artist.kind === 'Person' ? 20 : 1), end, today)
}

function partnersOf(random: Random, plan: Plan, drafts: readonly Draft[], real: readonly Draft[]): Draft[] {
  const partner = plan.partner === null ? undefined : drafts[plan.partner]
  if (partner) return [partner]
  const lonely = plan.title !== null || plan.secondary.includes('Compilation') || real.length < 3
  if (lonely || !random.chance(0.06)) return []
  return random
    .some(real, random.chance(0.15) ? 3 : 2)
    .filter(({ artist }) => artist.key !== plan.artist)
    .slice(0, 2)
}

type Studio = Readonly<{
  random: Random
  draft: Draft
  book: Songbook
  counter: Counter
  year: number
  real: readonly Draft[]
  credits: readonly WorldCredit[]
  /** Recordings that are on the album already. */
  used: ReadonlySet<string>
}>

/** An old recording that is not on the album yet, if a few draws find one. */
function oldSong(random: Random, book: Songbook, used: ReadonlySet<string>): Songbook['songs'][number] | undefined {
  for (let tries = 0; tries < 8 && book.songs.length > 0; tries += 1) {
    const song = random.pick(book.songs)
    if (!used.has(song.track.recordingMbid)) return song
  }
  return undefined
}

/** One song of an album: an old recording, an old song played anew, or a new one. */
function song(studio: Studio, plan: Plan, title: string | null, fresh = false): WorldTrack {
  const { random, draft, book, counter, year, real, credits, used } = studio
  const known = title ? book.songs.find(({ track }) => track.title === title) : undefined
  const old = known ?? (!title && !fresh && book.songs.length > 3 ? oldSong(random, book, used) : undefined)
  const again = plan.secondary.includes('Compilation') ? 0.9 : plan.primary === 'Single' ? 0.5 : 0
  const other = (old?.credits ?? []).some(({ artist }, at) => artist !== credits[at]?.artist)
  if (old && (known || random.chance(again))) return reissue(random, counter, old.track, other ? old.credits : [])
  const played = (ending: string) =>
    record(random, draft, book, counter, { title: `${old?.track.title}${ending}`, year })
  if (old && plan.secondary.includes('Live')) return played(random.chance(0.5) ? ' (Live)' : '')
  if (old && plan.secondary.includes('Remix')) return played(` (${random.pick(real).artist.name} Remix)`)
  if (title) book.titles.add(title)
  const guest = random.chance(0.07) ? random.pick(real) : draft
  const guests = guest === draft ? {} : { credits: withGuest(random, draft, guest) }
  return record(random, draft, book, counter, { title: title ?? songTitle(random, draft, book), year, ...guests })
}

/** A song of somebody for a compilation of many. */
function sampled(
  random: Random,
  counter: Counter,
  draft: Draft,
  bookOf: (artist: number) => Songbook,
  used: ReadonlySet<string>,
): WorldTrack {
  const book = bookOf(draft.artist.key)
  const old = oldSong(random, book, used)
  if (old) return reissue(random, counter, old.track, old.credits)
  const what = { title: songTitle(random, draft, book), year: 2001, credits: alone(draft) }
  return record(random, draft, book, counter, what)
}

function discsOf(tracks: readonly WorldTrack[], count: number): WorldTrack[][] {
  if (tracks.length === 0) return []
  const size = Math.ceil(tracks.length / count)
  return Array.from({ length: count }, (_, at) => tracks.slice(at * size, (at + 1) * size)).filter(
    (disc) => disc.length > 0,
  )
}

/**
 * Services that do not have an album: those without its artist, and some more. Of Night Ferry's, one EP is known to the
 * databases only and one single to the shops only: neither side alone has the whole discography.
 */
function strangers(random: Random, plan: Plan, { artist }: Draft, title: string, story: string | null): string[] {
  const page = story === null ? ['wikipedia'] : []
  const missing = artist.unknownTo.filter((name) => name !== 'wikipedia')
  if (plan.bootleg || title === 'Gull Hours') return [...new Set([...STREAMING, ...missing, ...page])]
  if (title === 'Breakwater') return [...missing, 'musicbrainz', 'discogs', ...page]
  if (plan.title !== null) return [...missing, ...page]
  return [...new Set([...missing, ...(random.chance(0.5) ? unknownTo(random) : []), ...page])]
}
