import type { Provider } from '../../lib/api/discography.ts'

type Named = Pick<Provider, 'name'>

/** The names in a new order: one of them a place up (-1) or down (1); at the end of the list nothing moves. */
export function moved(items: readonly Named[], name: string, step: -1 | 1): string[] {
  const names = items.map((item) => item.name)
  const from = names.indexOf(name)
  const to = from + step
  if (from < 0 || to < 0 || to >= names.length) return names
  names.splice(from, 1)
  names.splice(to, 0, name)
  return names
}

/** Who is not asked, after one was switched. */
export const switched = (items: readonly Pick<Provider, 'name' | 'enabled'>[], name: string, on: boolean): string[] =>
  items.filter((item) => (item.name === name ? !on : !item.enabled)).map((item) => item.name)

/** The list as it will be, before the server has said so. */
export function arranged<T extends Pick<Provider, 'name' | 'enabled'>>(
  items: readonly T[],
  { order, disabled }: { order?: string[]; disabled?: string[] },
): T[] {
  const place = new Map((order ?? []).map((name, index) => [name, index]))
  const last = place.size
  return items
    .map((item) => (disabled ? { ...item, enabled: !disabled.includes(item.name) } : item))
    .sort((a, b) => (place.get(a.name) ?? last) - (place.get(b.name) ?? last))
}

export type Usage = { calls: number; failures: number; tight: { calls: number; budget: number } | null }

/** What was asked in a day: all calls together, and the family that is nearest to its budget, where there is one. */
export function usageOf(usage: Provider['usage']): Usage {
  const sum = (key: 'calls' | 'failures') => usage.reduce((total, one) => total + one[key], 0)
  const limited = usage.flatMap(({ calls, budget }) => (budget !== null && budget > 0 ? [{ calls, budget }] : []))
  const [tight = null] = limited.sort((a, b) => b.calls / b.budget - a.calls / a.budget)
  return { calls: sum('calls'), failures: sum('failures'), tight }
}

/** Why it would be no use to ask now; null: it can be asked. */
export const untestable = ({ state }: Pick<Provider, 'state'>): 'off' | 'offline' | 'needs_key' | null =>
  state === 'off' || state === 'offline' || state === 'needs_key' ? state : null

export type Key = {
  name: 'lastfm' | 'spotify' | 'discogs' | 'listenbrainz'
  required: boolean
  variables: string[]
  url: string
}

const WHERE = [
  // What a key is good for beyond the questions that need none shows in what is given once it is there.
  { name: 'lastfm', gives: 'scrobbler', more: ['LASTFM_API_SECRET'], url: 'https://www.last.fm/api/account/create' },
  {
    name: 'listenbrainz',
    gives: 'top_tracks',
    more: ['LISTENBRAINZ_TOKEN'],
    url: 'https://listenbrainz.org/settings/',
  },
  { name: 'spotify', gives: null, more: [], url: 'https://developer.spotify.com/dashboard' },
  { name: 'discogs', gives: null, more: [], url: 'https://www.discogs.com/settings/developers' },
] as const

/** The variables that a service lacks, and where to get what belongs in them; null: it has all there is. */
export function keyOf({ name, missing, gives }: Pick<Provider, 'name' | 'missing' | 'gives'>): Key | null {
  const known = WHERE.find((one) => one.name === name)
  if (!known) return null
  const more = known.gives !== null && !gives.includes(known.gives) ? known.more : []
  const variables = [...missing, ...more]
  return variables.length === 0 ? null : { name: known.name, required: missing.length > 0, variables, url: known.url }
}
