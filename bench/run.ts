import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import path from 'node:path'
import { run } from '../tools/run.ts'
import { benchDiscography } from './discography/discography.ts'
import { benchHistory } from './emotions/history.ts'
import { benchLive } from './emotions/live.ts'
import { type Figure, toColumns, toMarkdown, toRows } from './figures.ts'
import { benchLibrary } from './library.ts'
import { benchScan } from './scan.ts'
import { root } from './server.ts'
import { benchStart } from './start.ts'
import { benchStream } from './stream.ts'
import { benchVision } from './vision.ts'

/** `npm run bench [-- <section> ... --full]`. Only a run of all sections writes docs/benchmarks.md. */
const given = process.argv.slice(2)
const full = given.includes('--full')
const wanted = given.filter((word) => !word.startsWith('--'))
const sections: Record<string, () => Promise<Figure[]>> = {
  start: benchStart,
  scan: () => benchScan({ full }),
  library: benchLibrary,
  vision: () => benchVision(),
  stream: benchStream,
  history: benchHistory,
  discography: () => benchDiscography({ full }),
  live: () => benchLive({ full }),
}
const unknown = wanted.filter((name) => !(name in sections))
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: choose from ${Object.keys(sections).join(', ')}.`)

process.chdir(root)
if (!existsSync('dist/server/main.js')) await run('tsx', 'tools/build.ts')
const figures: Figure[] = []
for (const [name, bench] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`${name} ...`)
  figures.push(...(await bench()))
}
const rows = toRows(figures)
console.log(toColumns(rows))
if (wanted.length === 0) {
  const file = path.join('docs', 'benchmarks.md')
  await writeFile(file, page(rows))
}

function page(rows: string[][]): string {
  const [{ model } = { model: 'unknown processor' }] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const machine = `${cpus().length} x ${model.trim()}, ${memory}, ${process.platform}, Node ${process.versions.node}`
  return `# Benchmarks

What \`npm run bench\` measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.

${toMarkdown(rows)}

The built server runs as a process of its own, started as \`npm run serve\` does, on an empty storage folder and its own
Postgres; the meter runs on the same processors. Ratios come from one run in which both sides take turns.
`
}
