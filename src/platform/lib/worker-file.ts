import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as esbuild from 'esbuild'
import { projectRoot } from './project-root.ts'

export type WorkerFile = { readonly filename: string; readonly execArgv: string[] }

/**
 * Finds the file of a worker thread beside its caller: the built `.js` in production; in tests and development the
 * `.ts` source, made JavaScript on the spot. A loader inside the worker would resolve packages in other ways than
 * production does. `name` is relative and has no extension, `callerUrl` is `import.meta.url`.
 */
export function workerFile(callerUrl: string, name: string): WorkerFile {
  const built = fileURLToPath(new URL(`${name}.js`, callerUrl))
  if (existsSync(built)) return { filename: built, execArgv: [] }
  return { filename: bundle(fileURLToPath(new URL(`${name}.ts`, callerUrl))), execArgv: [] }
}

function bundle(source: string): string {
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof esbuild
  const result = buildSync({
    entryPoints: [source],
    outfile: 'worker.mjs',
    ...{
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: 'inline',
      write: false,
    },
  })
  const [output] = result.outputFiles ?? []
  if (!output) throw new Error(`${source} cannot be bundled`)
  const dir = path.join(projectRoot, 'node_modules', '.cache', 'animo', 'workers')
  const target = path.join(dir, `${createHash('sha1').update(output.contents).digest('hex')}.mjs`)
  if (!existsSync(target)) {
    mkdirSync(dir, { recursive: true })
    const draft = `${target}.${randomUUID()}`
    writeFileSync(draft, output.contents)
    renameSync(draft, target)
  }
  return target
}
