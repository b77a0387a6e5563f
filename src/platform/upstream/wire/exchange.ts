import { type Dispatcher, fetch, type Response } from 'undici'
import { checkUrl, redirectTarget } from '../guard/agent.ts'
import type { Answer } from '../types.ts'
import { dropBody, readBody } from './body.ts'

const MOST_REDIRECTS = 3

/** The service sends us somewhere we do not go. */
export class StrayRedirect extends Error {
  override name = 'StrayRedirect'
}
export type Message = Readonly<{
  url: URL
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body: string | undefined
  maxBytes: number
  signal: AbortSignal
}>
/** `own` for the service itself, whose address an administrator wrote; `foreign` for addresses out of answers. */
export type Dispatchers = Readonly<{ own: Dispatcher; foreign: Dispatcher }>

/** Headers that tell nothing about us but who we are; only these go to another server. */
const HARMLESS = new Set(['user-agent', 'accept', 'accept-language'])
const harmless = (headers: Message['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => HARMLESS.has(name.toLowerCase())))

function follow(message: Message, { status, headers }: Response): Message {
  const from = message.url
  const url = redirectTarget(from, headers.get('location'))
  if (!url) throw new StrayRedirect('a redirect without an address')
  const keeps = message.method === 'GET' || status === 307 || status === 308
  if (!keeps) throw new StrayRedirect('a redirect of something we sent')
  if (url.origin === from.origin) return { ...message, url }
  // An archive may hand a question on to the server that has the file: openly, and without anything of ours.
  if (message.method !== 'GET') throw new StrayRedirect('a redirect of something we sent to another server')
  checkUrl(url)
  return { ...message, url, headers: harmless(message.headers) }
}

/**
 * Sends one request and reads the answer, following at most three redirects. Those to another server lose all headers
 * but the harmless ones, and lead only to addresses of the public internet. Rejects with what `fetch` rejects with,
 * `TooLarge`, `StrayRedirect` or `RefusedAddress`.
 */
export async function exchange(first: Message, dispatchers: Dispatchers): Promise<Answer> {
  let message = first
  for (let redirects = 0; ; redirects++) {
    const { url, method, headers, body, signal, maxBytes } = message
    const dispatcher = url.origin === first.url.origin ? dispatchers.own : dispatchers.foreign
    const init = {
      method,
      headers,
      redirect: 'manual',
      signal,
      dispatcher,
      ...(body !== undefined && { body }),
    } as const
    const response = await fetch(url, init)
    if (![301, 302, 303, 307, 308].includes(response.status)) return toAnswer(response, maxBytes)
    await dropBody(response)
    if (redirects === MOST_REDIRECTS) throw new StrayRedirect('too many redirects')
    message = follow(message, response)
  }
}

async function toAnswer(response: Response, maxBytes: number): Promise<Answer> {
  const text = new TextDecoder().decode(await readBody(response, maxBytes))
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, headers, text, body: parse(text) }
}

/** undefined: no JSON. Characters that Postgres does not keep are replaced, wherever they stand. */
function parse(text: string): unknown {
  try {
    return /\\u0000|\\ud[89a-f]/i.test(text) ? JSON.parse(text, sound) : JSON.parse(text)
  } catch {
    return undefined
  }
}

const tidy = (text: string) => text.replaceAll('\u0000', '').toWellFormed()
function sound(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return tidy(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [tidy(key), one]))
}
