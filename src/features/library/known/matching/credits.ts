import { normalizeName } from '../../../../platform/lib/normalize.ts'
import type { CreditedArtist } from '../../../../providers/ports.ts'
import { cleanIds, cleanName } from '../clean.ts'
import type { WantedArtist } from './artists.ts'

/** A credit cut to what is kept. */
export type CleanCredit = WantedArtist & Readonly<{ role: 'main' | 'featured'; joinPhrase: string }>

/** More than a line of credits ever holds: an orchestra with all its players is no credit. */
const MOST_CREDITS = 100

export const cleanCredits = (credits: readonly CreditedArtist[]): CleanCredit[] =>
  credits.slice(0, MOST_CREDITS).flatMap(({ name, ids, role, joinPhrase }) => {
    const clean = cleanName(name)
    return clean === '' ? [] : [{ name: clean, ids: cleanIds(ids), role, joinPhrase: joinPhrase.slice(0, 50) }]
  })

export const creditLine = (credits: readonly CleanCredit[]): string => {
  const line = credits.map(({ name, joinPhrase }, at) => name + (at === credits.length - 1 ? '' : joinPhrase || ', '))
  return line.join('').slice(0, 500).toWellFormed()
}

/** Main names as one text: what keys of albums are made of. */
export const mainNames = (credits: readonly CleanCredit[]): string =>
  credits
    .filter(({ role }) => role === 'main')
    .map(({ name }) => name)
    .join(' ')

/** The credit that means this artist, by name. */
export const names = (credit: CleanCredit, artist: string): boolean =>
  normalizeName(credit.name) === normalizeName(artist)

/** Credits as rows of one owner; an artist named twice keeps the first place. */
export function creditRows(
  owner: number,
  credits: readonly CleanCredit[],
  idOf: (credit: CleanCredit) => number | undefined,
) {
  const seen = new Set<number>()
  const rows: { owner: number; artistId: number; position: number; role: 'main' | 'featured'; joinPhrase: string }[] =
    []
  for (const credit of credits) {
    const artistId = idOf(credit)
    if (artistId === undefined || seen.has(artistId)) continue
    seen.add(artistId)
    rows.push({ owner, artistId, position: rows.length, role: credit.role, joinPhrase: credit.joinPhrase })
  }
  const last = rows.at(-1)
  if (last) last.joinPhrase = ''
  const previous = (at: number) => rows[at]
  for (let at = 0; at < rows.length - 1; at++) {
    const row = previous(at)
    if (row && row.joinPhrase === '') row.joinPhrase = ', '
  }
  return rows
}
