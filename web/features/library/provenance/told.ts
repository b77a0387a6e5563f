import { queryOptions } from '@tanstack/react-query'
import { type Provenance, readProvenance } from '../../../lib/api/discography.ts'

export const provenanceQuery = (entity: 'artist' | 'album', id: number) =>
  queryOptions({
    queryKey: [`${entity}s`, id, 'provenance'],
    queryFn: ({ signal }) => readProvenance(entity, id, signal),
  })

type Field = Provenance['fields'][number]

/** Columns that are one fact to a reader. */
const FACTS: readonly (readonly [RegExp, string])[] = [
  [/^bio(_|$)/, 'bio'],
  [/^story(_|$)/, 'story'],
  [/^(image|picture)(_|s$|$)/, 'picture'],
  [/^cover(_|$)/, 'cover'],
]
const factOf = (field: string): string => FACTS.find(([columns]) => columns.test(field))?.[1] ?? field

/** Each fact once, named as a reader knows it, with what was said of it last. */
export function factsOf(fields: readonly Field[]): Field[] {
  const facts = new Map<string, Field>()
  for (const one of fields) {
    const field = factOf(one.field)
    const known = facts.get(field)
    if (!known || known.fetched_at < one.fetched_at) facts.set(field, { ...one, field })
  }
  return [...facts.values()]
}

/** Who told a text, for the line before it; each language may have a teller of its own. */
export function tellerOf(provenance: Provenance | undefined, fact: string, language: string | null): Field | undefined {
  const fields = provenance?.fields ?? []
  return (
    fields.find(({ field }) => field === `${fact}_${language}`) ?? factsOf(fields).find(({ field }) => field === fact)
  )
}

/** What the services ask to be shown beside their data, each once. */
export function attributions(fields: readonly Field[]): { title: string; attribution: string }[] {
  const byTitle = new Map<string, string>()
  for (const { title, attribution } of fields) if (attribution !== '') byTitle.set(title, attribution)
  return [...byTitle].map(([title, attribution]) => ({ title, attribution }))
}

/** The licence in a line of thanks, which is written in English: the first is that of texts. */
export const licenceOf = (attribution: string): string | null =>
  /\bCC(?:0| BY(?:-(?:NC|ND|SA))*(?: \d(?:\.\d)?)?)/.exec(attribution)?.[0] ?? null

/** Services as they write themselves. */
const SOURCES: Readonly<Record<string, string>> = {
  musicbrainz: 'MusicBrainz',
  spotify: 'Spotify',
  deezer: 'Deezer',
  discogs: 'Discogs',
  lastfm: 'Last.fm',
  listenbrainz: 'ListenBrainz',
  wikipedia: 'Wikipedia',
  wikidata: 'Wikidata',
  coverart: 'Cover Art Archive',
  lrclib: 'LRCLIB',
  theaudiodb: 'TheAudioDB',
  itunes: 'iTunes',
  youtube: 'YouTube',
}
export const sourceName = (source: string): string =>
  Object.hasOwn(SOURCES, source) ? (SOURCES[source] ?? source) : plainName(source)

/** `some_field` as words, for fields that have no name of their own here. */
export const plainName = (field: string): string => {
  const words = field.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
