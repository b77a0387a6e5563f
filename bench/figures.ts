/** One measured number: all its samples, and what it should be. */
export type Figure = Readonly<{
  name: string
  unit: string
  samples: readonly number[]
  goal?: Readonly<{ least: number } | { most: number }>
  note?: string
}>

/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** Runs a piece of work and answers how many milliseconds it took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const HEAD = ['What', 'Median', 'Min - max', 'N', 'Goal', 'Met', 'Note']

/** The figures as rows of text; the first one is the head. */
export function toRows(figures: readonly Figure[]): string[][] {
  return [HEAD, ...figures.map(toRow)]
}

function toRow({ name, unit, samples, goal, note = '' }: Figure): string[] {
  const value = median(samples)
  const range = samples.length > 1 ? `${short(Math.min(...samples))} - ${short(Math.max(...samples))}` : ''
  const bound = goal && ('least' in goal ? `>= ${goal.least}` : `<= ${goal.most}`)
  const met = goal && ('least' in goal ? value >= goal.least : value <= goal.most)
  const verdict = met === undefined ? '' : met ? 'yes' : 'NO'
  return [name, `${short(value)} ${unit}`, range, String(samples.length), bound ?? '', verdict, note]
}

/** Three digits that matter, and no more decimals than that. */
function short(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** Rows as text in columns, for a terminal. */
export function toColumns(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

/** Rows as a table in Markdown. */
export function toMarkdown([head = [], ...rows]: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
