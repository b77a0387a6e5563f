import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

export type WorkerFile = { readonly filename: string; readonly execArgv: string[] }

/**
 * Finds the file of a worker thread beside its caller: the built `.js` in production, the `.ts` source in tests and
 * development, which needs the tsx loader (named by its absolute address, so that the current folder does not matter).
 * `name` is relative and has no extension, `callerUrl` is `import.meta.url`.
 */
export function workerFile(callerUrl: string, name: string): WorkerFile {
  const built = fileURLToPath(new URL(`${name}.js`, callerUrl))
  if (existsSync(built)) return { filename: built, execArgv: [] }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return { filename: fileURLToPath(new URL(`${name}.ts`, callerUrl)), execArgv: ['--import', loader] }
}
