import { run } from './run.ts'

/** Everything that CI asks of the sources before the tests; each line says what it guards. */
const steps: [what: string, check: () => Promise<void>][] = [
  ['format and lint', () => run('biome', 'check', '--error-on-warnings', '.')],
  ['types of the server', () => run('tsc', '--noEmit', '-p', 'tsconfig.json')],
  ['types of the app', () => run('tsc', '--noEmit', '-p', 'web/tsconfig.json')],
  ['architecture', () => run('vitest', 'run', '--config', 'vitest.architecture.config.ts', '--reporter=dot')],
  ['unused code', () => run('knip')],
  ['OpenAPI drift', () => run('tsx', 'tools/openapi.ts', '--check')],
  ['migration drift', () => run('tsx', 'tools/migration-drift.ts')],
]

const failed: string[] = []
for (const [what, check] of steps) {
  console.log(`\n== ${what}`)
  await check().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    failed.push(what)
  })
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`)
  process.exitCode = 1
} else console.log('\nall checks passed')
