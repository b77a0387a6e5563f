import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { projectRoot } from '../../src/platform/lib/project-root.ts'

/** The built server as people run it, on free ports and in folders of its own. */
export async function startBuiltServer(env: Record<string, string> = {}) {
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-e2e-'))
  await chmod(dir, 0o755)
  const [port, webPort] = [await freePort(), await freePort()]
  const at = (name: string) => path.join(dir, name)
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH: process.env.PATH, PORT: String(port), WEB_PORT: String(webPort), LOG_LEVEL: 'warn' },
      ...{ STORAGE_DIR: at('storage'), CACHE_DIR: at('cache'), DOWNLOADS_DIR: at('downloads') },
      ...env,
    },
  })
  const output = collect(child)
  const url = `http://localhost:${webPort}`
  await until(async () => child.exitCode !== null || (await fetch(`${url}/health`)).ok)
  if (child.exitCode !== null) throw new Error(`the server did not start:\n${output()}`)
  return {
    ...{ url, dir, at, output },
    async stop(): Promise<void> {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function collect(child: ChildProcess): () => string {
  let text = ''
  const keep = (chunk: Buffer) => {
    text = (text + chunk).slice(-20_000)
  }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  return () => text
}

export async function until(done: () => Promise<boolean>, ms = 60_000): Promise<void> {
  const deadline = Date.now() + ms
  while (!(await done().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('the awaited state did not come')
    await sleep(100)
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** Debian's Chromium, quiet and with sound that may start by script; without network beyond this machine. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
]

type BrowserOptions = { args?: string[]; width?: number; height?: number; dark?: boolean; locale?: string }

/** A fresh browser with one page. `problems` are what a user's console would show in red. */
export async function openBrowser(url: string, options: BrowserOptions = {}) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...ARGUMENTS, ...(options.args ?? [])],
  })
  const context: BrowserContext = await browser.newContext({
    baseURL: url,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark === false ? 'light' : 'dark',
    locale: options.locale ?? 'en-GB',
  })
  const page: Page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/40[0-9] \(/.test(message.text())) problems.push(message.text())
  })
  return { page, context, problems, close: () => browser.close() }
}
