import { normalizeName } from './normalize.ts'

/** Titles of music as they are compared: without what editions, discs and kinds add at the end. */

/** Words that make a title one of another recording: those are never taken off. */
const OTHER_RECORDING = /\b(?:live|remix(?:es|ed)?|acoustic|instrumental|demos?|karaoke|unplugged|en vivo)\b/iu
const BRACKETS = /\s*[([]([^()[\]]*)[)\]]\s*$/u
const DASH = /\s+[-–—]\s+([^-–—]*)$/u
const EDITION_WORDS =
  /\b(?:deluxe|expanded|edition|edición|remaster(?:ed)?|remasterizado|anniversary|bonus|reissue|collector'?s|explicit|clean)\b/iu
const KIND = /^(?:e\.?p\.?|single)$/iu
const TRACK_WORDS = /\b(?:album version|single version|original mix|mono|stereo|explicit|feat(?:uring)?|ft)\b/iu
const GUESTS = /\s+(?:feat(?:uring)?|ft)\.?\s+.+$/iu
const DISC_SUFFIX = /\s*[([-]?\s*\b(?:cd|disc|disk|disco)[ ._-]*\d{1,2}\s*[)\]]?\s*$/iu
const LONGEST = 500

/** "Blue Hour (CD 2)" is "Blue Hour". */
export const withoutDisc = (title: string): string => title.replace(DISC_SUFFIX, '').trim() || title

/** A title without what is said at its end in brackets or after a dash, as long as `says` names it. */
function without(title: string, says: (end: string) => boolean): string {
  let text = title.slice(0, LONGEST).trim()
  for (;;) {
    const end = BRACKETS.exec(text) ?? DASH.exec(text)
    if (!end || end.index === 0 || !says(end[1] ?? '')) return text
    text = text.slice(0, end.index)
  }
}

const isEdition = (text: string): boolean => EDITION_WORDS.test(text) && !OTHER_RECORDING.test(text)

/** "Harbour (Deluxe Edition)", "Harbour - EP" and "Harbour [Remastered 2011]" are "harbour". */
export const bareAlbumTitle = (title: string): string =>
  normalizeName(without(withoutDisc(title), (end) => KIND.test(end) || isEdition(end)))

/** "Low Tide - 2011 Remaster" and "Low Tide (feat. Ada)" are "low tide"; a live one stays what it is. */
export const bareTrackTitle = (title: string): string => {
  const plain = without(title, (end) => isEdition(end) || (TRACK_WORDS.test(end) && !OTHER_RECORDING.test(end)))
  return normalizeName(plain.replace(GUESTS, '') || plain)
}
