import type { Draft } from './artists.ts'
import type { Random } from './random.ts'
import type { WorldCredit } from './types.ts'

const TOGETHER = [' & ', ' & ', ' x ', ' with ', ' and ', ' / '] as const
const GUEST = [' feat. ', ' feat. ', ' featuring ', ' ft. '] as const

/** Records sometimes credit an artist under another name. */
function named(random: Random, { artist }: Draft, joinPhrase: string): WorldCredit {
  const alias = artist.aliases[0]
  return { artist: artist.key, name: alias && random.chance(0.04) ? alias : artist.name, joinPhrase }
}

export const alone = ({ artist }: Draft): WorldCredit[] => [{ artist: artist.key, name: artist.name, joinPhrase: '' }]

/** "X & Y", at times "X, Y & Z". */
export function together(random: Random, ...drafts: Draft[]): WorldCredit[] {
  const last = drafts.length - 1
  const phrase = random.pick(TOGETHER)
  return drafts.map((draft, at) => named(random, draft, at === last ? '' : at === last - 1 ? phrase : ', '))
}

/** "X feat. Y" */
export const withGuest = (random: Random, main: Draft, guest: Draft): WorldCredit[] => [
  named(random, main, random.pick(GUEST)),
  named(random, guest, ''),
]
