import type { Random } from './random.ts'
import { LANGUAGES } from './words/languages.ts'
import { LATIN, SCRIPTS } from './words/scripts.ts'
import { fill, type Tongue, unused } from './words/tongue.ts'

export type Named = Readonly<{
  name: string
  sortName: string
  aliases: readonly string[]
  kind: 'Person' | 'Group'
  tongue: Tongue
  disambiguation: string
}>

const WEIGHTS = [
  ['english', 54],
  ['spanish', 14],
  ['french', 11],
  ['nordic', 11],
] as const

const sorted = (name: string) => {
  const [, article, rest] = /^(The|La|Las|Los|Les|Den) (.+)$/.exec(name) ?? []
  return article ? `${rest}, ${article}` : name
}

const group = (name: string, tongue: Tongue, aliases: string[] = [], disambiguation = ''): Named => ({
  name,
  sortName: sorted(name),
  aliases,
  kind: 'Group',
  tongue,
  disambiguation,
})

const { english, spanish } = LANGUAGES

/** The first artists of every world: what tests and the demo ask for by name, and names that are hard to handle. */
export const CAST: readonly Named[] = [
  group('Night Ferry', english, ['Nightferry', 'The Night Ferry'], 'dream pop band'),
  group('Slow Pier', english, ['Slowpier']),
  group('St. Ives & the Tide', english, ['Saint Ives and the Tide']),
  group('MØTH', english, ['MOTH', 'Møth']),
  group('Harrowgate', english, [], 'English folk trio'),
  group('Harrowgate', english, ['Harrowgate (US)'], 'hardcore band from Ohio'),
  group('!?!', english, ['Bang What Bang']),
  group('A/B', english, ['A-B']),
  { ...group('Ночной Паром', SCRIPTS.russian, ['Nochnoy Parom', 'Nochnoi Parom']), sortName: 'Nochnoy Parom' },
  { ...group('夜の汽笛', SCRIPTS.japanese, ['Yoru no Kiteki']), sortName: 'Yoru no Kiteki' },
  group('Paloma Quieta', spanish),
  group('The "Quoted" Ones', english, ["The 'Quoted' Ones"]),
  group('100% Rain / 0% Umbrella', english),
  group('a', english, [], 'drone project'),
]

function foreign(random: Random, taken: Set<string>): Named {
  const script = random.pick(Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[])
  const tongue = SCRIPTS[script]
  const person = random.chance(0.3)
  const first = script === 'japanese' || script === 'korean' ? '{l}{f}' : '{f} {l}'
  const name = unused(taken, () =>
    person
      ? first.replace('{l}', random.pick(tongue.lasts)).replace('{f}', random.pick(tongue.firsts))
      : fill(random, tongue, random.pick(tongue.groups)),
  )
  const latin = random.pick(LATIN[script])
  return {
    ...group(name, tongue, random.chance(0.8) ? [latin] : []),
    sortName: latin,
    kind: person ? 'Person' : 'Group',
  }
}

/** A name of one of four European languages, or for one in ten artists of another script. */
export function nameOf(random: Random, taken: Set<string>): Named {
  if (random.chance(0.1)) return foreign(random, taken)
  const tongue = LANGUAGES[random.weighted(WEIGHTS)]
  if (random.chance(0.35)) {
    let first = ''
    let last = ''
    const name = unused(taken, () => {
      first = random.pick(tongue.firsts)
      last = random.pick(tongue.lasts)
      return `${first} ${last}`
    })
    return { ...group(name, tongue), sortName: `${last}, ${name.replace(` ${last}`, '')}`, kind: 'Person' }
  }
  const name = unused(taken, () => fill(random, tongue, random.pick(tongue.groups)))
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
  return group(name, tongue, plain === name ? [] : [plain])
}
