/** The columns that can be shown or not; title, heart and menu are always there. */
export const COLUMNS = ['artist', 'album', 'genres', 'bpm', 'number', 'file', 'duration'] as const
export type Column = (typeof COLUMNS)[number]

const DEFAULT: readonly Column[] = ['artist', 'album', 'duration']

const WIDTHS: Readonly<Record<Column, string>> = {
  artist: 'minmax(0, 3fr)',
  album: 'minmax(0, 3fr)',
  genres: 'minmax(0, 2fr)',
  bpm: '56px',
  number: '56px',
  file: '44px',
  duration: '64px',
}

/** Known columns of what was stored, in their own order. */
export function readColumns(stored: unknown): Column[] {
  if (!Array.isArray(stored)) return [...DEFAULT]
  return COLUMNS.filter((column) => stored.includes(column))
}

/** Check box, title, the chosen ones, heart, menu. */
export const templateOf = (columns: readonly Column[]): string =>
  ['40px', 'minmax(180px, 4fr)', ...columns.map((column) => WIDTHS[column]), '32px', '32px'].join(' ')
