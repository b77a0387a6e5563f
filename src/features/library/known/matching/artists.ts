import { normalizeName } from '../../../../platform/lib/normalize.ts'
import { idKey } from '../clean.ts'
import type { OutsideId } from '../types.ts'

export type WantedArtist = Readonly<{ name: string; ids: readonly OutsideId[] }>
export type NamedArtist = { id: number | null; normalizedName: string; ids: OutsideId[]; identity: string }

export const wantedKey = ({ name, ids }: WantedArtist): string =>
  [normalizeName(name), ...ids.map(idKey)].join('\n').slice(0, 4000)

const MUSICBRAINZ = 'musicbrainz'
export const mbidOf = (ids: readonly OutsideId[]): string | null =>
  ids.find(({ provider }) => provider === MUSICBRAINZ)?.value ?? null

/** Ids that decide come first: MusicBrainz tells artists of one name apart, others often do not. */
export const byTrust = (a: OutsideId, b: OutsideId): number =>
  Number(b.provider === MUSICBRAINZ) - Number(a.provider === MUSICBRAINZ) || (idKey(a) < idKey(b) ? -1 : 1)

/** Does a service call the second by other ids than the first? Then they are two, whatever their names. */
export const contradicts = (a: readonly OutsideId[], b: readonly OutsideId[]): boolean =>
  b.some(
    ({ provider, value }) =>
      a.some((id) => id.provider === provider) && !a.some((id) => id.provider === provider && id.value === value),
  )

/**
 * Gives each wish its artist: by an id, else by name where no service tells them apart, else a new one. What was
 * found before another wish takes its ids from it, so the order of wishes is fixed by what they say.
 */
export function chooseArtists(wanted: readonly WantedArtist[], rows: readonly NamedArtist[]): Map<string, NamedArtist> {
  const all = [...rows]
  const owners = new Map(all.flatMap((row) => row.ids.map((id) => [idKey(id), row] as const)))
  const names = new Map<string, NamedArtist[]>()
  for (const row of all) names.set(row.normalizedName, [...(names.get(row.normalizedName) ?? []), row])
  const chosen = new Map<string, NamedArtist>()
  for (const artist of inOrder(wanted)) {
    const row = owned(artist, owners) ?? named(artist, names) ?? made(artist, names)
    for (const id of artist.ids) {
      if (owners.has(idKey(id))) continue
      owners.set(idKey(id), row)
      row.ids.push(id)
    }
    chosen.set(wantedKey(artist), row)
  }
  return chosen
}

function inOrder(wanted: readonly WantedArtist[]): WantedArtist[] {
  const unique = new Map(wanted.map((artist) => [wantedKey(artist), artist]))
  const trust = ({ ids }: WantedArtist): number => (mbidOf(ids) === null ? (ids.length > 0 ? 1 : 2) : 0)
  return [...unique]
    .sort(([x, a], [y, b]) => trust(a) - trust(b) || b.ids.length - a.ids.length || (x < y ? -1 : 1))
    .map(([, artist]) => artist)
}

function owned({ ids }: WantedArtist, owners: Map<string, NamedArtist>): NamedArtist | undefined {
  const mbid = mbidOf(ids)
  for (const id of [...ids].sort(byTrust)) {
    const row = owners.get(idKey(id))
    const other = row && mbidOf(row.ids)
    // An id of a service that mixes up two artists does not outvote MusicBrainz.
    if (row && (id.value === mbid || !mbid || !other || row.ids.some(({ value }) => value === mbid))) return row
  }
  return undefined
}

const named = ({ name, ids }: WantedArtist, names: Map<string, NamedArtist[]>): NamedArtist | undefined =>
  names.get(normalizeName(name))?.find((row) => !contradicts(row.ids, ids))

function made({ name, ids }: WantedArtist, names: Map<string, NamedArtist[]>): NamedArtist {
  const normalizedName = normalizeName(name)
  const namesakes = names.get(normalizedName) ?? []
  const [first] = [...ids].sort(byTrust)
  const identity = mbidOf(ids) ?? (first && namesakes.length > 0 ? `${first.provider}:${first.value}` : '')
  const row: NamedArtist = { id: null, normalizedName, ids: [], identity }
  names.set(normalizedName, [...namesakes, row])
  return row
}
