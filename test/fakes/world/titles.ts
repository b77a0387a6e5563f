import type { Draft } from './artists.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { Songbook } from './tracks.ts'
import { titleIn, unused } from './words/tongue.ts'

const HALLS = ['the Old Granary', 'Kettle Hall', 'Sala Azotea', 'the Boat Shed', 'Teatro Niebla', 'Studio 9¾']

/** The title of an album by its kind; `single` is the song that a single is named after. */
export function albumTitle(
  random: Random,
  draft: Draft,
  plan: Plan,
  taken: Set<string>,
  single: string | null,
): string {
  if (plan.title) return plan.title
  if (single) return single
  const { name } = draft.artist
  return unused(taken, () => {
    const title = titleIn(random, draft.tongue)
    if (plan.secondary.includes('Live')) return random.chance(0.6) ? `Live at ${random.pick(HALLS)}` : `${title} (Live)`
    if (plan.secondary.includes('Compilation'))
      return name === 'Various Artists'
        ? `${title}: A Sampler`
        : random.pick([`The Best of ${name}`, `${title}: Collected`, 'B-Sides & Oddments'])
    if (plan.secondary.includes('Remix')) return `${title} Remixed`
    if (plan.secondary.includes('Soundtrack')) return `${title} (Original Soundtrack)`
    if (plan.primary === 'EP' && random.chance(0.4)) return `${title} EP`
    return random.chance(0.06) ? name : title
  })
}

/** A song that nobody has on this artist's other records. */
export const songTitle = (random: Random, draft: Draft, book: Songbook) =>
  unused(book.titles, () => titleIn(random, draft.tongue))
