import type { Answer, Upstream, Verdict } from './types.ts'

export type UpstreamLimits = Readonly<{
  /** Least time between two calls, shared by all processes on the database. */
  everyMs: number
  /** Calls that may come at once before that; 1 when absent. */
  burst?: number
  /** Of this process. */
  concurrency: number
  /** Of one attempt, with its body. */
  timeoutMs: number
  /** Further attempts of reads. */
  retries: number
  backoffMs?: number
  backoffCapMs?: number
  /** 5 MB when absent. */
  maxBytes?: number
}>

/** What makes one service different from another. */
export type ServiceOptions = Readonly<{
  name: string
  /** As people write it. */
  title: string
  baseUrl: string
  limits: UpstreamLimits
  /** Sent with every call; asked anew each time. */
  headers?(): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
  /** Calls a family may make in 24 hours, for all processes; background work leaves the last quarter to people. */
  budget?: number
  /** False: never asked. */
  enabled?(): boolean
  /** Looks at an answer whose status does not say what it means. */
  examine?(answer: Answer, family: string): Verdict | undefined
  /** Calls carry keys of users: that one of them is refused says nothing about the service. */
  keysOfUsers?: boolean
  /** A 401: true when a new token was fetched and the call is worth one more attempt. */
  onRefused?(): Promise<boolean>
}>
export type UpstreamFactory = (options: ServiceOptions) => Upstream
