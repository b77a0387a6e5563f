import { type MissingItem, RELEASE_TYPES, type ReleaseType } from '../../lib/api/discography.ts'

export type ArtistGroup = { id: number | null; name: string; items: MissingItem[] }

/** The records under their artists; artists in the order in which they first come, records in theirs. */
export function byArtist(items: readonly MissingItem[]): ArtistGroup[] {
  const groups = new Map<string, ArtistGroup>()
  for (const item of items) {
    const key = item.artist_id === null ? item.artist_name : String(item.artist_id)
    const group = groups.get(key) ?? { id: item.artist_id, name: item.artist_name, items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The kinds in an address, each once and in their order; what is no kind is left out. */
export function typesIn(text: string | undefined): ReleaseType[] {
  const named = new Set((text ?? '').split(','))
  return RELEASE_TYPES.filter((type) => named.has(type))
}

/** The address after one kind was switched; none or all of them is no filter. */
export function toggledType(text: string | undefined, type: ReleaseType): string | undefined {
  const now = typesIn(text)
  const next = now.includes(type) ? now.filter((one) => one !== type) : [...now, type]
  return next.length === 0 || next.length === RELEASE_TYPES.length ? undefined : typesIn(next.join(',')).join(',')
}
