import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { chromium } from 'playwright-core'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.jpg': 'image/jpeg',
}
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/**
 * An empty page in a headless Chromium whose addresses are folders of this machine: `folders` maps `/name/` to a
 * folder. Nothing else answers. `CHROMIUM` names another program than Debian's.
 */
export async function openPage(folders: Readonly<Record<string, string>>) {
  const server = createServer((request, reply) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    void answer(folders, address).then(({ status, type, body }) => {
      reply.writeHead(status, { 'content-type': type })
      reply.end(body)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: QUIET,
  })
  const page = await browser.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(`http://127.0.0.1:${port}/`)
  const close = async () => {
    await browser.close()
    server.close()
  }
  return { page, close }
}

async function answer(folders: Readonly<Record<string, string>>, address: string) {
  if (address === '/') return { status: 200, type: 'text/html', body: '<!doctype html><title>faces</title>' }
  const [prefix, folder] = Object.entries(folders).find(([name]) => address.startsWith(name)) ?? []
  const file = prefix && folder ? path.join(folder, path.posix.normalize(address.slice(prefix.length))) : ''
  if (!file || !existsSync(file)) return { status: 404, type: 'text/plain', body: 'not here' }
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  return { status: 200, type, body: await readFile(file) }
}
