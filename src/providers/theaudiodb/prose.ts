import { plainText } from '../../platform/upstream/text.ts'
import type { Prose } from '../ports.ts'

const SUMMARY = 500
const LICENCE = 'TheAudioDB'

/** The first language of the wish in which there is a text; `field` is "strBiography" or "strDescription". */
export function proseOf(
  row: Readonly<Record<string, unknown>>,
  field: string,
  languages: readonly string[],
  url: string | null,
): Prose | null {
  for (const language of languages) {
    const raw = row[`${field}${language.slice(0, 2).toUpperCase()}`]
    const content = typeof raw === 'string' ? plainText(raw).trim() : ''
    if (content) return { summary: summaryOf(content), content, language: language.slice(0, 2), url, licence: LICENCE }
  }
  return null
}

/** The first paragraph, cut after a sentence where it is long. */
export function summaryOf(content: string): string {
  const [first = ''] = content.split(/\n\s*\n/)
  if (first.length <= SUMMARY) return first.trim()
  const part = first.slice(0, SUMMARY)
  const sentences = /^[\s\S]*[.!?。](?=\s|$)/.exec(part)?.[0]
  return sentences ? sentences.trim() : `${part.replace(/\s+\S*$/, '').trim()}…`
}
