import { plainText } from '../../platform/upstream/text.ts'
import { webAddress } from '../common/web-address.ts'
import type { Prose } from '../ports.ts'

const LICENCE = 'CC BY-SA 3.0'
/** The date of texts that were never written. */
const NEVER = /^\s*0?1 Jan 1970\b/
const READ_MORE =
  /<a\b[^>]{0,50}href="https?:\/\/(?:www\.)?last\.fm\/[^"]{0,500}"[^>]{0,50}>Read more[^<]{0,50}<\/a>\.?/gi
const LICENCE_NOTE = /User-contributed text is available under the Creative Commons/i
/** No text is longer; patterns look at no more. */
const LONGEST = 200_000

type Written = Readonly<{ published: string; summary: string; content: string }>

function clean(html: string): string {
  const [text = ''] = html.slice(0, LONGEST).split(LICENCE_NOTE, 1)
  return plainText(text.replace(READ_MORE, '')).trim()
}

/**
 * The text of a biography or an album page, without its link "Read more" and without the sentence about its licence
 * (which `licence` says). Null: nobody wrote one.
 */
export function proseOf(written: Written | undefined, language: string, url: string): Prose | null {
  if (!written || NEVER.test(written.published)) return null
  const content = clean(written.content)
  const summary = clean(written.summary)
  if (!content && !summary) return null
  return { summary: summary || content, content: content || summary, language, url: webAddress(url), licence: LICENCE }
}

/** The languages asked for, as Last.fm names them, in order. */
export const languagesOf = (wanted: readonly string[]) => [
  ...new Set(wanted.map((language) => language.slice(0, 2).toLowerCase())),
]
