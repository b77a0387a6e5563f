import type { Random } from '../random.ts'

/** Templates take {a} an adjective, {n} a noun and {f} a first name; each place draws anew. */
export type Tongue = Readonly<{
  adjectives: readonly string[]
  nouns: readonly string[]
  groups: readonly string[]
  titles: readonly string[]
  firsts: readonly string[]
  lasts: readonly string[]
  /** ISO codes of countries in which it is spoken. */
  places: readonly string[]
}>

export function fill(random: Random, tongue: Tongue, template: string): string {
  return template.replace(/\{([anf])\}/g, (_, kind: string) => {
    if (kind === 'f') return random.pick(tongue.firsts)
    return random.pick(kind === 'a' ? tongue.adjectives : tongue.nouns)
  })
}

export const titleIn = (random: Random, tongue: Tongue) => fill(random, tongue, random.pick(tongue.titles))

/** Draws until one is not taken; after many, a number tells it apart. */
export function unused(taken: Set<string>, draw: () => string): string {
  let title = draw()
  for (let tries = 0; taken.has(title) && tries < 12; tries += 1) title = draw()
  for (let number = 2; taken.has(title); number += 1) title = `${title.replace(/ \d+$/, '')} ${number}`
  taken.add(title)
  return title
}
