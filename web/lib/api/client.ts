import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from '../api.d.ts'
import { ApiError, apiErrorFrom, endsSession } from './error.ts'

/** The typed client of our own server; the session cookie goes with every request. */
export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })

let onSessionEnd: (error: unknown) => void = () => undefined
let language = () => 'es'

/** The app tells the client what to do when the session has ended and which language errors should speak. */
export function configureClient(options: { onSessionEnd: (error: unknown) => void; language: () => string }): void {
  onSessionEnd = options.onSessionEnd
  language = options.language
}

const talk: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept', 'application/json')
    request.headers.set('accept-language', language())
    return request
  },
  async onResponse({ response }) {
    if (response.ok) return undefined
    return refuse(response)
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error
    return new ApiError(0, 'NETWORK', '')
  },
}
client.use(talk)

async function refuse(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => null)
  const error = apiErrorFrom(response.status, body)
  if (endsSession(error)) onSessionEnd(error)
  throw error
}

/** The data of a call: `await ok(client.GET('/albums/id/{id}', ...))`. Failures reject with `ApiError`. */
export async function ok<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  if (data === undefined) throw new ApiError(0, 'NETWORK', '')
  return data
}

/** For bodies the typed client cannot make (pictures as form data); same errors, same language. */
export async function send<T>(path: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers)
  headers.set('accept', 'application/json')
  headers.set('accept-language', language())
  const response = await fetch(path, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'NETWORK', '')
  })
  if (!response.ok) return refuse(response)
  return (await response.json()) as T
}
