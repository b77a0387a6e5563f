import type { ArtistDetails, CreditedArtist, FoundAlbum, Genre, ReleaseType } from '../ports.ts'
import type { CreditShape, GroupShape } from './shapes.ts'

/** A secondary type says more than the primary one: a live album is found under live, not under albums. */
const SECONDARY: readonly (readonly [string, ReleaseType])[] = [
  ['Live', 'live'],
  ['Compilation', 'compilation'],
  ['Remix', 'remix'],
  ['DJ-mix', 'remix'],
  ['Soundtrack', 'soundtrack'],
]
const PRIMARY: ReadonlyMap<string, ReleaseType> = new Map([
  ['Album', 'album'],
  ['EP', 'ep'],
  ['Single', 'single'],
])
const KINDS = ['person', 'group', 'orchestra', 'choir', 'character', 'other'] as const
/** Credits that are no artists: Various Artists, [anonymous], [unknown], [no artist], [traditional]. */
const NOBODY = new Set([
  '89ad4ac3-39f7-470e-963a-56509c546377',
  'f731ccc4-e22a-43af-a747-64213329e088',
  '125ec42a-7229-4250-afc5-e057484327fe',
  'eec63d3c-3b81-4ad4-b1e4-7c147d4d2b61',
  '9be7f096-97ec-4615-8957-8d40b5dcbc41',
])
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id as MusicBrainz takes it; null for anything else, which it answers with an error. */
export const mbidOf = (text: string | undefined): string | null => (text && UUID.test(text) ? text.toLowerCase() : null)

/** Also null where the id stands for no artist in particular: their discographies have no end. */
export function artistMbid(text: string | undefined): string | null {
  const mbid = mbidOf(text)
  return mbid && !NOBODY.has(mbid) ? mbid : null
}

export function releaseType(group: Pick<GroupShape, 'primary-type' | 'secondary-types'>): ReleaseType {
  const secondary = SECONDARY.find(([name]) => group['secondary-types'].includes(name))?.[1]
  return secondary ?? PRIMARY.get(group['primary-type'] ?? '') ?? 'other'
}

export const kindOf = (type: string | null | undefined): ArtistDetails['kind'] =>
  KINDS.find((kind) => kind === type?.toLowerCase()) ?? null

export const dateOf = (text: string | null | undefined): string =>
  text && /^\d{4}(-\d\d(-\d\d)?)?$/.test(text) ? text : ''

/** Names by weight: votes for the strongest are 1. */
export function genresOf(votes: readonly Readonly<{ name: string; count?: number | null | undefined }>[]): Genre[] {
  const positive = votes.filter(({ count }) => (count ?? 1) > 0)
  const most = Math.max(1, ...positive.map(({ count }) => count ?? 1))
  return positive
    .map(({ name, count }) => ({ name, weight: (count ?? 1) / most }))
    .sort((a, b) => b.weight - a.weight || a.name.localeCompare(b.name))
}

/** Whoever comes after "feat." is a guest. */
export function creditsOf(credits: readonly CreditShape[]): CreditedArtist[] {
  return credits.map(({ name, joinphrase, artist }, at) => ({
    name,
    ids: { musicbrainz: artist.id },
    role: credits.slice(0, at).some((before) => /\bf(ea)?t(uring|\.|\b)/i.test(before.joinphrase ?? ''))
      ? 'featured'
      : 'main',
    joinPhrase: joinphrase ?? '',
  }))
}

export function albumOf(group: GroupShape): FoundAlbum {
  return {
    title: group.title,
    ids: { musicbrainz: group.id },
    type: releaseType(group),
    date: dateOf(group['first-release-date']),
    credits: creditsOf(group['artist-credit']),
    genres: genresOf(group.genres).map(({ name }) => name),
    upc: null,
    trackCount: null,
    cover: null,
    disambiguation: group.disambiguation ?? '',
  }
}
