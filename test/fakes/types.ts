import type { IncomingHttpHeaders } from 'node:http'

export type FakeRequest = Readonly<{
  method: string
  /** Without query. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
  /** Milliseconds of the fake's clock. */
  at: number
}>
export type FakeReply = Readonly<{
  status?: number
  headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, a text and bytes as they are (set content-type in headers). */
  body?: object | string | Uint8Array | null
  /** Cut the connection without an answer. */
  drop?: boolean
}>
/** Trouble on purpose; the first one whose `when` holds is used, at most `times` times. */
export type Trouble = Readonly<{
  kind: 'delay' | 'drop' | 'error' | 'html' | 'truncated' | 'huge' | 'drip' | 'wrong-type' | 'reply'
  when?: (request: FakeRequest) => boolean
  times?: number
  /** For delay and drip. */
  milliseconds?: number
  /** For reply and error. */
  reply?: FakeReply
}>
export type Fake = {
  readonly name: string
  /** Its base address, without a slash at the end. */
  readonly url: string
  /** Every request in order. */
  readonly requests: FakeRequest[]
  /** Trouble to make from now on. */
  trouble: Trouble[]
  /** Waits before every answer. */
  latencyMs: number
  close(): Promise<void>
}
/** Answers a request; undefined: the real service has no such endpoint, which fails the test. */
export type FakeHandler = (request: FakeRequest) => FakeReply | undefined | Promise<FakeReply | undefined>
