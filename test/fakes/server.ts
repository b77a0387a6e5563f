import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { send, sendDrip, sendHuge, sendTruncated, sendWrongType } from './answer.ts'
import { bodyOf } from './body.ts'
import type { Fake, FakeHandler, FakeReply, FakeRequest, Trouble } from './types.ts'

type Options = { latencyMs?: number; port?: number; now?: () => number }
type Running = {
  fake: Fake
  handler: FakeHandler
  now: () => number
  faults: string[]
  spent: WeakMap<Trouble, number>
}

const HTML = '<!doctype html><html><head><title>Maintenance</title></head><body><h1>Be right back</h1></body></html>'
const HTML_REPLY: FakeReply = { headers: { 'content-type': 'text/html; charset=utf-8' }, body: HTML }
const ERROR_REPLY: FakeReply = {
  status: 500,
  headers: { 'content-type': 'text/plain' },
  body: 'Internal Server Error',
}

/**
 * A small HTTP server on loopback that answers as a handler says. What the handler does not know is answered with 501
 * and remembered, as is a handler that throws: `close()` fails with a list of them. A HEAD is answered like a GET,
 * without the body; the log has it as HEAD.
 */
export async function startFake(name: string, handler: FakeHandler, options: Options = {}): Promise<Fake> {
  const stopping = new AbortController()
  const faults: string[] = []
  const server = createServer((message, response) => {
    answer(running, message, response, stopping.signal).catch((error: NodeJS.ErrnoException) => {
      response.destroy()
      // A client that goes in the middle of its question is no fault of the fake, nor is being closed.
      const gone = stopping.signal.aborted || error.code === 'ECONNRESET'
      if (!gone) faults.push(`${message.method} ${message.url}: ${String(error)}`)
    })
  })
  server.keepAliveTimeout = 60_000
  const port = await listen(server, options.port ?? 0)
  const fake: Fake = {
    name,
    url: `http://127.0.0.1:${port}`,
    requests: [],
    trouble: [],
    latencyMs: options.latencyMs ?? 0,
    async close() {
      stopping.abort()
      await shut(server)
      const lines = faults.splice(0).join('\n  ')
      if (lines) throw new Error(`The fake of ${name} was asked what it does not know:\n  ${lines}`)
    },
  }
  const running: Running = { fake, handler, now: options.now ?? Date.now, faults, spent: new WeakMap() }
  return fake
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve()
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(running: Running, message: IncomingMessage, response: ServerResponse, signal: AbortSignal) {
  const body = await bodyOf(message)
  const [path = '/', ...query] = (message.url ?? '/').split('?')
  const request: FakeRequest = {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    headers: message.headers,
    body: body ?? '',
    at: running.now(),
  }
  running.fake.requests.push(request)
  // Chosen before any wait, so that troubles hit requests in the order of the log.
  const trouble = troubleFor(running, request)
  if (running.fake.latencyMs > 0) await sleep(running.fake.latencyMs, undefined, { signal })
  if (body === null) return send(response, { status: 413, body: 'Request Entity Too Large' })
  await perform(trouble, () => replyTo(running, request), response, signal)
}

function troubleFor({ fake, spent }: Running, request: FakeRequest): Trouble | undefined {
  const found = fake.trouble.find(
    (trouble) =>
      (spent.get(trouble) ?? 0) < (trouble.times ?? Number.POSITIVE_INFINITY) && (trouble.when?.(request) ?? true),
  )
  if (found) spent.set(found, (spent.get(found) ?? 0) + 1)
  return found
}

async function perform(
  trouble: Trouble | undefined,
  reply: () => Promise<FakeReply>,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  if (trouble?.kind === 'delay') await sleep(trouble.milliseconds ?? 1000, undefined, { signal })
  if (!trouble || trouble.kind === 'delay') return send(response, await reply())
  if (trouble.kind === 'drop') return void response.destroy()
  if (trouble.kind === 'error') return send(response, trouble.reply ?? ERROR_REPLY)
  if (trouble.kind === 'html') return send(response, HTML_REPLY)
  if (trouble.kind === 'reply') return send(response, trouble.reply ?? {})
  if (trouble.kind === 'truncated') return sendTruncated(response, await reply())
  if (trouble.kind === 'wrong-type') return sendWrongType(response, await reply())
  if (trouble.kind === 'huge') return sendHuge(response, await reply())
  await sendDrip(response, await reply(), trouble.milliseconds ?? 100, signal)
}

async function replyTo({ handler, faults }: Running, request: FakeRequest): Promise<FakeReply> {
  const asked = request.method === 'HEAD' ? { ...request, method: 'GET' } : request
  const reply = await handler(asked)
  if (reply) return reply
  const query = request.query.size > 0 ? `?${request.query}` : ''
  faults.push(`${request.method} ${request.path}${query}`)
  return { status: 501, headers: { 'content-type': 'text/plain' }, body: 'The fake knows no such endpoint' }
}
