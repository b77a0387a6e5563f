import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { pino } from 'pino'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { createContext } from '../src/context.ts'

const BANNER = '// Made by `npm run openapi` from the routes. Do not edit.\n'

/** The files as they ought to be, by path. */
async function describe(): Promise<Record<string, string>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-openapi-'))
  await chmod(dir, 0o755)
  const in_ = (name: string) => path.join(dir, name)
  const config = readConfig({
    STORAGE_DIR: in_('storage'),
    CACHE_DIR: in_('cache'),
    DOWNLOADS_DIR: in_('downloads'),
    LOG_LEVEL: 'silent',
  })
  const context = await createContext(config, pino({ level: 'silent' }))
  try {
    const app = await buildApp(context)
    await app.ready()
    const document = app.swagger()
    await app.close()
    const types = astToString(await openapiTS(structuredClone(document) as Parameters<typeof openapiTS>[0]))
    return { 'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`, 'web/lib/api.d.ts': BANNER + types }
  } finally {
    await context.close()
    await rm(dir, { recursive: true, force: true })
  }
}

/**
 * Writes docs/openapi.json and the types of the app's client from the routes as they are. With `--check` it writes
 * nothing and fails when the committed files differ.
 */
const files = await describe()
const stale: string[] = []
for (const [file, content] of Object.entries(files)) {
  if (process.argv.includes('--check')) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== content) stale.push(file)
  } else await writeFile(file, content)
}
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run openapi.`)
  process.exitCode = 1
}
