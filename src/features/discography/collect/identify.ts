import { normalizeName } from '../../../platform/lib/normalize.ts'
import { artistPages } from '../../../providers/common/addresses.ts'
import type { ArtistDetails, ArtistRef, Ask, FoundArtist } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import { askFirst, type Unavailable } from '../ask.ts'

export type Identified = {
  ref: ArtistRef
  details: ArtistDetails | null
  source: string | null
  /** The id we had, where the service answered it with another one: both are one artist there. */
  was: { provider: string; value: string } | null
  /** How sure the identity is: 1 by an id, less by name only; null: nothing was found. */
  score: number | null
  unavailable: Unavailable[]
  asked: number
}
type Guess = { id: string; score: number } | null

/** Below this a search answers with namesakes and neighbours. */
const BY_NAME = 0.85

/**
 * Who an artist is: first by the ids we have, then by the address of its page elsewhere, then by name. What comes back
 * has the ids of every service that the identity provider knows.
 */
export async function identify(providers: Pick<Providers, 'of'>, artist: ArtistRef, ask: Ask): Promise<Identified> {
  const nothing = { details: null, source: null, was: null, score: null }
  const result: Identified = { ...nothing, ref: artist, unavailable: [], asked: 0 }
  for (const one of providers.of('identity')) {
    const searches = providers.of('artistSearch').filter(({ name }) => name === one.name)
    const answer = await askFirst([one], ask, async (identity, ask) => {
      const guess = await guessId(one.name, artist, { identity, search: searches[0]?.port, ask })
      if (!guess) return null
      const ids = { ...artist.ids, [one.name]: guess.id }
      return { guess, details: await identity.details({ name: artist.name, ids }, ask) }
    })
    result.unavailable.push(...answer.unavailable)
    result.asked += answer.asked
    if (!answer.found) continue
    const { guess, details } = answer.found.value
    const current = details?.ids[one.name] ?? guess.id
    const ids = { ...details?.ids, ...artist.ids, [one.name]: current }
    return {
      ...result,
      ref: { name: details?.name ?? artist.name, ids },
      details,
      source: one.name,
      was: current === guess.id ? null : { provider: one.name, value: guess.id },
      score: guess.score,
    }
  }
  return result
}

type Ways = {
  identity: { artistByUrl(url: string, ask: Ask): Promise<string | null> }
  search: { searchArtists(query: string, limit: number, ask: Ask): Promise<readonly FoundArtist[]> } | undefined
  ask: Ask
}

async function guessId(provider: string, artist: ArtistRef, { identity, search, ask }: Ways): Promise<Guess> {
  const known = artist.ids[provider]
  if (known) return { id: known, score: 1 }
  for (const url of artistPages(artist.ids)) {
    const id = await identity.artistByUrl(url, ask)
    if (id) return { id, score: 1 }
  }
  const best = byName((await search?.searchArtists(artist.name, 10, ask)) ?? [], artist.name)
  const id = best?.ids[provider]
  return best && id ? { id, score: Math.min(0.95, best.score) } : null
}

/** The best placed artist of this name, or of this alias. */
function byName(found: readonly FoundArtist[], name: string): FoundArtist | undefined {
  const wanted = normalizeName(name)
  const called = (artist: FoundArtist) => [artist.name, ...artist.aliases].some((one) => normalizeName(one) === wanted)
  return found.filter((artist) => called(artist) && artist.score >= BY_NAME).sort((a, b) => b.score - a.score)[0]
}
