import type { Random } from './random.ts'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const HEX = '0123456789abcdef'

const letters = (random: Random, alphabet: string, length: number) => {
  let text = ''
  while (text.length < length) text += alphabet[Math.floor(random.next() * alphabet.length)]
  return text
}

/** A version 4 UUID. */
export function uuid(random: Random): string {
  const hex = letters(random, HEX, 30)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

/** 22 letters and digits, as Spotify's ids are. */
export const spotifyId = (random: Random) => letters(random, BASE62, 22)

/** CC + registrant + year + number: unique while an artist has fewer than 100 000 recordings. */
export function isrc(country: string, artist: number, year: number, serial: number): string {
  const registrant = artist.toString(36).toUpperCase().padStart(3, 'A').slice(-3)
  return `${country}${registrant}${String(year % 100).padStart(2, '0')}${String(serial % 100_000).padStart(5, '0')}`
}

/** EAN-13 with its check digit. */
export function barcode(serial: number): string {
  const digits = `50${String(serial).padStart(10, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return digits + ((10 - (sum % 10)) % 10)
}
