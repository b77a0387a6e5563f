import type { Random } from './random.ts'

/** Genres that go together. */
const FAMILIES: readonly (readonly string[])[] = [
  ['dream pop', 'shoegaze', 'indie pop', 'slowcore', 'indie rock'],
  ['folk', 'indie folk', 'singer-songwriter', 'chamber folk', 'americana'],
  ['electronic', 'ambient', 'downtempo', 'techno', 'house', 'idm'],
  ['rock', 'alternative rock', 'hard rock', 'garage rock', 'punk'],
  ['hip hop', 'jazz rap', 'boom bap', 'trip hop'],
  ['jazz', 'cool jazz', 'jazz fusion', 'latin jazz'],
  ['pop', 'synth-pop', 'electropop', 'art pop', 'city pop'],
  ['metal', 'doom metal', 'post-metal', 'drone'],
  ['latin pop', 'cumbia', 'flamenco', 'bolero', 'nueva canción'],
  ['classical', 'contemporary classical', 'minimalism', 'film score'],
]
export const familyOf = (random: Random) => random.int(0, FAMILIES.length - 1)

/** Strongest first; artists of one family have genres in common. A few have none. */
export function genresOf(random: Random, family: number): { name: string; count: number }[] {
  if (random.chance(0.04)) return []
  const own = random.some(FAMILIES[family] ?? [], random.int(1, 4))
  const other = random.chance(0.3) ? [random.pick(random.pick(FAMILIES))] : []
  let count = random.int(6, 30)
  return [...new Set([...own, ...other])].map((name) => {
    const genre = { name, count }
    count = Math.max(1, count - random.int(1, 8))
    return genre
  })
}
