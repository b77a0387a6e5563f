/** One or two letters that stand for a name where there is no picture: `Nina Simone` is NS, `!!!` is a note. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/^(the|los|las|el|la)\s+(?=\S)/i, '')
    .split(/[\s\-/&+.,]+/u)
    .map((word) => [...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)))
    .filter((letter) => letter !== undefined)
  const [first, second] = words
  return first === undefined ? '♪' : `${first}${second ?? ''}`.toLocaleUpperCase()
}

/** A quiet hue, always the same for the same name. */
export function hueOf(name: string): number {
  let hash = 2166136261
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return (hash >>> 0) % 360
}
