/** The rail beside a list by name. The sign stands for everything before A: digits and signs. */
export const LETTERS = ['#', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const
export type Letter = (typeof LETTERS)[number]

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()

/** The place of a name on the rail, as the server sorts: without accents and without a leading English article. */
export function letterOf(name: string): Letter {
  const letters = plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const first = letters.replace(/^(THE|AN|A) (?=\S)/, '')[0]
  return LETTERS.find((letter) => letter === first) ?? '#'
}

/** What the server is asked to begin with. The sign is the beginning of the list. */
export const fromOf = (letter: Letter): string | undefined => (letter === '#' ? undefined : letter.toLowerCase())

/** The letter of an address's `from`. */
export const letterFrom = (from: string | undefined): Letter | undefined =>
  from === undefined ? undefined : letterOf(from)

/** The letter under a finger that slides along a rail. */
export function letterAt(y: number, top: number, height: number): Letter {
  const share = height > 0 ? (y - top) / height : 0
  const index = Math.min(LETTERS.length - 1, Math.max(0, Math.floor(share * LETTERS.length)))
  return LETTERS[index] ?? '#'
}
