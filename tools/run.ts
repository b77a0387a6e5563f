import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

/** Starts a program that npm installed for this project. */
export function start(tool: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const windows = process.platform === 'win32'
  const file = path.resolve('node_modules', '.bin', windows ? `${tool}.cmd` : tool)
  return spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: windows })
}

/** Runs such a program to its end and fails when it fails. */
export function run(tool: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = start(tool, args)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${[tool, ...args].join(' ')} ended with ${code}`)),
    )
  })
}
