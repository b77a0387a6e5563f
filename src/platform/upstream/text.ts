import { convert } from 'html-to-text'

/** Longer texts are cut before they are read: a page of prose has a few thousand characters. */
const MOST = 1_000_000

/**
 * HTML as plain text: no markup, links as their text, no pictures, paragraphs apart by an empty line. The result is
 * text, to be escaped like any other where it is shown.
 */
export function plainText(html: string): string {
  return convert(html.slice(0, MOST), {
    wordwrap: false,
    limits: { maxInputLength: MOST, maxDepth: 100 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'style', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  })
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
