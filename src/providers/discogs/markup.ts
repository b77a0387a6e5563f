import { plainText } from '../../platform/upstream/text.ts'

/** No profile is longer; patterns look at no more. */
const LONGEST = 200_000

/** Names told apart by a number: "Night Ferry (2)". */
export const withoutNumber = (name: string) => name.replace(/ \(\d{1,4}\)$/, '').trim()

/**
 * The text of a profile. Discogs writes `[a=Name (2)]`, `[l=Label]`, `[r=Title]` and `[m=Title]` for links, `[a123]` and
 * `[r=123]` where the name is not in the text (dropped: it would need a call each), `[b]`, `[i]`, `[u]`, and `[url=address]words[/url]`.
 */
export function plainProfile(profile: string): string {
  const text = profile
    .slice(0, LONGEST)
    .replace(/\[url=[^\]]{0,500}\]([^[]{0,500})\[\/url\]/gi, '$1')
    .replace(/\[(?:r|m)=\d+\]/gi, '')
    .replace(/\[(?:a|l|r|m|g)=([^\]]{0,200})\]/gi, (_all, name: string) => withoutNumber(name))
    .replace(/\[(?:a|l|r|m|t|g)\d+\]/gi, '')
    .replace(/\[\/?(?:b|i|u|s|url|img|quote)\]/gi, '')
    .replace(/\r\n?|\n/g, '<br>')
  return plainText(text)
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +([,.;:!?)])/g, '$1')
    .trim()
}
