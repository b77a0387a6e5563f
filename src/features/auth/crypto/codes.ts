import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Crockford's alphabet: nothing that looks like something else when read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20

/** A code of 100 random bits in groups of five: `7K2QD-...`. */
export function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-')
}

/** What is stored of a code. Typed codes may lack dashes, be in lower case and confuse 0/O and 1/I/L. */
export function hashCode(code: string): string {
  const canonical = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return createHash('sha256').update(canonical).digest('hex')
}

/** Compares two secrets in a time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
