/** Excel takes UTF-8 for what it is only behind this. */
export const BOM = '\ufeff'

/**
 * A line of quoted cells. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers are
 * what they are.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return `"${text.replaceAll('"', '""')}"`
}
