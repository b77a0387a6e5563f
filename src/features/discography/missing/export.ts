import type { MissingItem } from './contract.ts'

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()

/** What a spreadsheet calculates, also after signs that nobody sees and in the wide forms of East Asian scripts. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u

/** A cell that a spreadsheet takes as text, on one line: what begins like a formula gets an apostrophe. */
function cell(value: string | number): string {
  const text = oneLine(String(value))
  const plain = FORMULA.test(text) ? `'${text}` : text
  return /[",;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export function csvLine(item: MissingItem): string {
  const { artist_name, name, release_date, release_type, owned_tracks, total_tracks, label, musicbrainz_id } = item
  const cells = [artist_name, name, release_date, release_type, owned_tracks, total_tracks, label, musicbrainz_id]
  return `${cells.map((value) => cell(value ?? '')).join(',')}\r\n`
}

/** A comment line with the name, and a placeholder that no player takes for a file. */
export function m3uEntry({ artist_name, name, release_date, musicbrainz_id }: MissingItem): string {
  const title = oneLine(`${artist_name} - ${name}${release_date ? ` (${release_date.slice(0, 4)})` : ''}`)
  const target = musicbrainz_id
    ? `https://musicbrainz.org/release-group/${encodeURIComponent(oneLine(musicbrainz_id))}`
    : `animo:missing/${encodeURIComponent(title)}`
  return `#EXTINF:-1,${title}\n${target}\n`
}
