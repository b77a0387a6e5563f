/** How numbers of one column become bytes: `least + code * step`, codes of one byte. */
type Column = { least: number; step: number }

/** A table of numbers. */
export type Table = readonly (readonly number[])[]

/** Writes a table: per column its least value and step (32-bit floats), then row after row one byte a number. */
export function packTable(table: Table): Uint8Array {
  const width = table[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, index) => measure(table.map((row) => row[index] as number)))
  const bytes = Buffer.alloc(width * 8 + table.length * width)
  for (const [index, { least, step }] of columns.entries()) {
    bytes.writeFloatLE(least, index * 8)
    bytes.writeFloatLE(step, index * 8 + 4)
  }
  for (const [number, row] of table.entries()) {
    for (const [index, value] of row.entries()) {
      const { least, step } = columns[index] as Column
      bytes[width * 8 + number * width + index] = Math.min(255, Math.max(0, Math.round((value - least) / step)))
    }
  }
  return bytes
}

/** Reads what `packTable` wrote. */
export function unpackTable(bytes: Uint8Array, rows: number, width: number): number[][] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const columns = Array.from({ length: width }, (_, index) => ({
    least: view.readFloatLE(index * 8),
    step: view.readFloatLE(index * 8 + 4),
  }))
  return Array.from({ length: rows }, (_, number) =>
    columns.map(({ least, step }, index) => least + (view[width * 8 + number * width + index] as number) * step),
  )
}

export const tableBytes = (rows: number, width: number) => width * (8 + rows)

/** Spans the values but for the wildest ones, five deviations away: those are cut, so that a step stays small. */
function measure(values: readonly number[]): Column {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  const least = Math.max(Math.min(...values), mean - 5 * deviation)
  const most = Math.min(Math.max(...values), mean + 5 * deviation)
  return { least: Math.fround(least), step: Math.fround(Math.max((most - least) / 255, 1e-6)) }
}
