import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FakeReply } from './types.ts'

/** Pieces in which `drip` sends a body. */
const PIECES = 50
/** What `huge` would send in all, if the client took it. */
const HUGE = 64 * 1024 * 1024

/** A reply as it goes over the wire. */
type Wire = { status: number; headers: Record<string, string>; bytes: Buffer }

function wireOf(reply: FakeReply): Wire {
  const { body } = reply
  const text = typeof body === 'string' || body instanceof Uint8Array
  const json: Record<string, string> = body && !text ? { 'content-type': 'application/json; charset=utf-8' } : {}
  const bytes = body && !text ? JSON.stringify(body) : (body ?? '')
  return { status: reply.status ?? 200, headers: { ...json, ...reply.headers }, bytes: Buffer.from(bytes as string) }
}

/** Sends a reply in one piece, with its length. */
export function send(response: ServerResponse, reply: FakeReply): void {
  if (reply.drop) return void response.destroy()
  const { status, headers, bytes } = wireOf(reply)
  const empty = status === 204 || status === 304
  response.writeHead(status, empty ? headers : { ...headers, 'content-length': String(bytes.length) })
  response.end(empty ? undefined : bytes)
}

/** The reply with its body cut in the middle: proper HTTP, no proper JSON. */
export function sendTruncated(response: ServerResponse, reply: FakeReply): void {
  const { status, headers, bytes } = wireOf(reply)
  send(response, { status, headers, body: bytes.subarray(0, bytes.length >> 1) })
}

/** The right body under a content type that nobody reads. */
export function sendWrongType(response: ServerResponse, reply: FakeReply): void {
  const { status, headers, bytes } = wireOf(reply)
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type')
  const body = bytes as Uint8Array
  send(response, {
    status,
    body,
    headers: { ...Object.fromEntries(others), 'content-type': 'application/x-unheard-of' },
  })
}

/** The reply in 50 pieces with a pause after each; ends when the client goes or the signal comes. */
export async function sendDrip(response: ServerResponse, reply: FakeReply, pauseMs: number, signal: AbortSignal) {
  const { status, headers, bytes } = wireOf(reply)
  const size = Math.max(1, Math.ceil(bytes.length / PIECES))
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
  response.flushHeaders()
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size))
    await sleep(pauseMs, undefined, { signal })
  }
  response.end()
}

/** A body without end, as far as a client takes it, under the type of the reply. */
export async function sendHuge(response: ServerResponse, reply: FakeReply): Promise<void> {
  const { headers } = wireOf(reply)
  const gone = once(response, 'close')
  response.writeHead(200, headers)
  response.write('{"data":"')
  const piece = 'a'.repeat(64 * 1024)
  for (let sent = 0; sent < HUGE && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), gone])
  }
  response.end('"}')
}
