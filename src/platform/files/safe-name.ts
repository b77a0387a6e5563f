const MAX_BYTES = 120
const FALLBACK = '_'
// Windows refuses these as the part before the first dot, in any case and with spaces behind.
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i
// Control characters, line and paragraph separators, lone surrogates, and the invisible marks that turn or hide text
// (the joiners that emoji and several scripts need stay).
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * One path component for any text: the only way user text becomes part of a path. NFC, at most 120 bytes of UTF-8
 * (no code point is cut), never empty; no separators, control characters, characters Windows forbids, leading dots,
 * trailing dots or spaces, or reserved device names. Applying it twice changes nothing.
 */
export function safeName(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(INVISIBLE, ' ')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
  const name = trimEnds(cut(trimEnds(clean)))
  return RESERVED.test(name) ? trimEnds(cut(`_${name}`)) : name || FALLBACK
}

function trimEnds(text: string): string {
  return text.replace(/^[. ]+/, '').replace(/[. ]+$/, '')
}

/** The longest start of whole code points that fits. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= MAX_BYTES) return text
  let bytes = 0
  let kept = ''
  for (const point of text) {
    bytes += Buffer.byteLength(point)
    if (bytes > MAX_BYTES) break
    kept += point
  }
  return kept
}
