import type {
  ArtistRef,
  Ask,
  Genre,
  Picture,
  PopularityCounts,
  Prose,
  SimilarArtist,
} from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import { type Answered, askEvery, askFirst, distinct, type First, type Unavailable } from '../ask.ts'

/** What is told of an artist beside its records; each fact with who told it. */
export type ArtistFacts = {
  /** In the order of LANGUAGES, those that anybody wrote in. */
  biographies: Answered<Prose>[]
  picture: Answered<Picture> | null
  genres: Answered<readonly Genre[]> | null
  similar: Answered<readonly SimilarArtist[]> | null
  /** The first that knows each number tells it. */
  counts: { -readonly [K in keyof PopularityCounts]?: Answered<number> }
  unavailable: Unavailable[]
  /** How many questions were answered, with something or nothing. */
  asked: number
}
/** Those of the app, the default first. */
const LANGUAGES = ['es', 'en'] as const
const SIMILAR = 30

/** Some services have one text, whatever is asked for. */
export const only = (language: string, text: Prose | null): Prose | null => (text?.language === language ? text : null)

/** Readers of one household read different languages: a text is asked for in each. */
export async function inEachLanguage(
  question: (language: string) => Promise<First<Prose>>,
): Promise<Pick<First<Prose>, 'unavailable' | 'asked'> & { found: Answered<Prose>[] }> {
  const answers = await Promise.all(LANGUAGES.map(question))
  return {
    found: answers.flatMap(({ found }) => found ?? []),
    unavailable: distinct(answers.flatMap(({ unavailable }) => unavailable)),
    asked: answers.reduce((sum, { asked }) => sum + asked, 0),
  }
}

/** Asks everything at once: each provider has its own pace. */
export async function artistFacts(providers: Pick<Providers, 'of'>, artist: ArtistRef, ask: Ask): Promise<ArtistFacts> {
  const [biographies, images, genres, similar, counts] = await Promise.all([
    biographiesOf(providers, artist, ask),
    askFirst(providers.of('artistImages'), ask, (port, ask) => port.images(artist, ask)),
    askFirst(providers.of('genres'), ask, (port, ask) => port.genres(artist, ask)),
    askFirst(providers.of('similarArtists'), ask, (port, ask) => port.similar(artist, SIMILAR, ask)),
    askEvery(providers.of('popularity'), ask, (port, ask) => port.ofArtist(artist, ask)),
  ])
  const answers = [biographies, images, genres, similar, counts]
  const picture = images.found?.value[0]
  return {
    biographies: biographies.found,
    picture: images.found && picture ? { value: picture, source: images.found.source } : null,
    genres: genres.found,
    similar: similar.found,
    counts: firstCounts(counts.answers),
    unavailable: distinct(answers.flatMap(({ unavailable }) => unavailable)),
    asked: answers.reduce((sum, { asked }) => sum + asked, 0),
  }
}

/** In the order of LANGUAGES, those that anybody wrote in. */
export const biographiesOf = (providers: Pick<Providers, 'of'>, artist: ArtistRef, ask: Ask) =>
  inEachLanguage((language) =>
    askFirst(providers.of('biography'), ask, async (port, ask) =>
      only(language, await port.biography(artist, [language], ask)),
    ),
  )

function firstCounts(answers: readonly Answered<PopularityCounts>[]): ArtistFacts['counts'] {
  const counts: ArtistFacts['counts'] = {}
  for (const field of ['popularity', 'followers', 'listeners', 'plays'] as const) {
    const teller = answers.find(({ value }) => value[field] !== null)
    const value = teller?.value[field]
    if (teller && value !== null && value !== undefined) counts[field] = { value, source: teller.source }
  }
  return counts
}
