import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { packTable, type Table, tableBytes, unpackTable } from './columns.ts'

/** Names and widths of the tables of a data file, in their order. */
type Layout = Readonly<Record<string, number>>
/** What is known of every photo with a face: its label (place in `EXPRESSIONS`), whose it is (a number) and tables. */
export type Dataset<Name extends string> = {
  readonly labels: readonly number[]
  readonly persons: readonly number[]
  readonly tables: Readonly<Record<Name, Table>>
}

const folder = path.resolve(import.meta.dirname, '../data')
const HEAD = 4

/**
 * Writes a data file: the number of rows (uint32), a label a row (uint8), a person a row (uint16), then the tables of
 * the layout (`packTable`). Everything is little-endian.
 */
export async function writeDataset<Name extends string>(file: string, { labels, persons, tables }: Dataset<Name>) {
  const head = Buffer.alloc(HEAD + labels.length * 3)
  head.writeUInt32LE(labels.length)
  for (const [row, label] of labels.entries()) head[HEAD + row] = label
  for (const [row, person] of persons.entries()) head.writeUInt16LE(person, HEAD + labels.length + row * 2)
  const packed = Object.values<Table>(tables).map(packTable)
  await writeFile(path.join(folder, file), Buffer.concat([head, ...packed]))
}

/** Reads a data file of a known layout. Rejects when it has another size. */
export async function readDataset<L extends Layout>(file: string, layout: L): Promise<Dataset<keyof L & string>> {
  const bytes = await readFile(path.join(folder, file))
  const rows = bytes.readUInt32LE()
  const labels = Array.from(bytes.subarray(HEAD, HEAD + rows))
  const persons = labels.map((_, row) => bytes.readUInt16LE(HEAD + rows + row * 2))
  let start = HEAD + rows * 3
  const tables: Record<string, Table> = {}
  for (const [name, width] of Object.entries(layout)) {
    const end = start + tableBytes(rows, width)
    tables[name] = unpackTable(bytes.subarray(start, end), rows, width)
    start = end
  }
  if (start !== bytes.length) throw new Error(`${file} holds ${bytes.length} bytes, not ${start}.`)
  return { labels, persons, tables: tables as Record<keyof L & string, Table> }
}
