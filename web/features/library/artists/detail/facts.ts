import type { ArtistProfile } from '../../../../lib/api/discography.ts'
import { year } from '../../../../lib/format/format.ts'

type Artist = ArtistProfile['artist']

/** MusicBrainz' own codes for what is no country, as the regions of the United Nations. */
const AREAS: Readonly<Record<string, string>> = { XE: '150', XW: '001' }

/** `Mexico` for `MX` in the reader's language; what is no code of a country stays as it was given. */
export function countryName(country: string | null, language: string): string {
  if (!country) return ''
  if (!/^[A-Z]{2}$/.test(country)) return country
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  // Not every browser has words for regions; their numbers say nothing to a reader.
  return names.of(AREAS[country] ?? country) ?? (Object.hasOwn(AREAS, country) ? '' : country)
}

/** `1988–`, `1933–2003`: when they began and, for those who have ended, when that was. */
export function yearsOf({ begin_date: begin, end_date: end }: Pick<Artist, 'begin_date' | 'end_date'>): string {
  const [from, to] = [year(begin), year(end)]
  if (from === '' && to === '') return ''
  return from === to ? from : `${from}–${to}`
}

/** Only addresses a browser may open safely. */
export function safeLink(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** `last.fm` of `https://www.last.fm/music/...`. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '')

/** Each link once, only safe ones, in the order they came. */
export function linksOf(links: Artist['links'], most = 8): { url: string; host: string }[] {
  const byHost = new Map<string, string>()
  for (const { url } of links) {
    const safe = safeLink(url)
    if (safe !== null && !byHost.has(hostOf(safe))) byHost.set(hostOf(safe), safe)
  }
  return [...byHost].slice(0, most).map(([host, url]) => ({ url, host }))
}
