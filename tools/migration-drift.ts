import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Fails when the schema says something that no migration does: generates into a copy and looks for a new file. */
const copy = mkdtempSync(path.join(tmpdir(), 'animo-drift-'))
try {
  cpSync('migrations', copy, { recursive: true })
  const out = path.relative(process.cwd(), copy)
  const args = [
    'generate',
    '--dialect',
    'postgresql',
    '--schema',
    './src/db/schema/*.ts',
    '--casing',
    'snake_case',
    '--out',
    out,
  ]
  execFileSync(path.resolve('node_modules/.bin/drizzle-kit'), args, {
    stdio: 'pipe',
    shell: process.platform === 'win32',
  })
  const known = new Set(readdirSync('migrations'))
  const fresh = readdirSync(copy).filter((name) => !known.has(name))
  if (fresh.length > 0) {
    console.error(`The schema and the migrations differ. Run npm run db:generate.`)
    process.exitCode = 1
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
