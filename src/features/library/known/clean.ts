import type { Ids } from '../../../providers/ports.ts'
import type { OutsideId } from './types.ts'

/** What services say is cut to what the tables take: a reply may be wrong in every way that its shape allows. */
const LONGEST_NAME = 1000
const LONGEST_ID = 200
const LONGEST_URL = 2000
/** No row has so many names elsewhere. */
const MOST_IDS = 50
const LARGEST = 2_147_483_647

/** A text as JSON for the database, which takes no NUL and no half characters. */
export const json = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'string' ? plain(value) : value))
const plain = (text: string): string => text.replaceAll('\0', '').toWellFormed()

export const cleanName = (text: string): string => plain(text).trim().slice(0, LONGEST_NAME).toWellFormed()
/** Announced albums come within this time; what is said to come later is a placeholder. */
const YEARS_AHEAD = 2
/** A day, month or year of the calendar; '' for anything else. */
export function cleanDate(text: string, now = new Date()): string {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // The calendar turns the 31st of February into a day of March.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return exists && year > '0000' && Number(year) <= now.getUTCFullYear() + YEARS_AHEAD ? text : ''
}

/** A text of many words, cut between two of them. */
const LONGEST_PROSE = 100_000
export function cleanProse(text: string): string {
  const prose = plain(text)
  if (prose.length <= LONGEST_PROSE) return prose
  const cut = prose.slice(0, LONGEST_PROSE)
  const end = cut.search(/\s\S*$/)
  return (end > 0 ? cut.slice(0, end) : cut).trimEnd().toWellFormed()
}

/** An address of a web page as it is kept; undefined for anything else. */
export const cleanUrl = (url: string | null | undefined): string | undefined =>
  url && url.length <= LONGEST_URL && /^https?:\/\/[^\s\p{C}]+$/u.test(url) && URL.canParse(url) ? url : undefined

/** UPC and EAN in one form: digits, without the zeros in front that some leave out; null when it is none. */
export function cleanUpc(text: string | null | undefined): string | null {
  const digits = (text ?? '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 8 && digits.length <= 14 ? digits.padStart(12, '0') : null
}

export function cleanIsrc(text: string | null | undefined): string | null {
  const code = (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(code) ? code : null
}

/** A whole number within limits; null when there is none. */
export const whole = (value: number | null | undefined, least = 0, most = LARGEST): number | null =>
  value === null || value === undefined || !Number.isFinite(value)
    ? null
    : Math.min(most, Math.max(least, Math.round(value)))

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const cleanValue = (value: string): string =>
  UUID.test(value.trim()) ? value.trim().toLowerCase() : value.trim()

/** Ids in a fixed order, without those that no index takes. */
export const cleanIds = (ids: Ids): OutsideId[] =>
  Object.entries(ids)
    .map(([provider, value]) => ({ provider, value: cleanValue(plain(String(value))) }))
    .filter(({ value }) => value !== '' && value.length <= LONGEST_ID && !/\p{Cc}/u.test(value))
    .slice(0, MOST_IDS)
    .sort((a, b) => (a.provider < b.provider ? -1 : 1))

export const idKey = ({ provider, value }: OutsideId): string => `${provider}\0${value}`
