/**
 * The cover's colour as a ground for text: whatever the cover is like, dark in the dark theme and light in the light
 * one, so that the words on it stay readable.
 */
const GROUND =
  'light-dark(oklch(from var(--accent-source) 0.92 min(c, 0.028) h), oklch(from var(--accent-source) clamp(0.24, l, 0.33) min(c, 0.09) h))'

/** From the cover's colour down to the page, behind the head of an artist or an album. */
export const WASH = `linear-gradient(180deg, ${GROUND}, color-mix(in oklab, ${GROUND} 45%, var(--page)) 55%, var(--page))`
/** The same over a given height, behind a whole page. */
export const LOW_WASH = `linear-gradient(180deg, color-mix(in oklab, ${GROUND} 80%, var(--page)), color-mix(in oklab, ${GROUND} 30%, var(--page)) 220px, var(--page) 440px)`
/** Where there is no cover. */
export const PLAIN = 'linear-gradient(180deg, var(--raised), var(--page))'
