import type { AlbumProfile } from '../../../../lib/api/discography.ts'

export type Credited = { id: number; name: string; tracks: number }

/** Who is heard on the record: those it is by, then guests of single tracks, most heard first. */
export function creditsOf({ artists, tracks }: Pick<AlbumProfile, 'artists' | 'tracks'>) {
  const main = artists.map(({ id, name }) => ({ id, name }))
  const own = new Set(main.map(({ id }) => id))
  const guests = new Map<number, Credited>()
  for (const track of tracks)
    for (const { id, name } of track.artists) {
      if (own.has(id)) continue
      const guest = guests.get(id) ?? { id, name, tracks: 0 }
      guest.tracks += 1
      guests.set(id, guest)
    }
  return { main, guests: [...guests.values()].sort((a, b) => b.tracks - a.tracks) }
}
