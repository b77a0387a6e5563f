/** An answer as it came, before its schema. null: there was nothing. */
export type KeptAnswer = Readonly<{ body: unknown; fetchedAt: Date; freshUntil: Date }>
export type StoredState = Readonly<{
  blockedUntil: Date | null
  blockedReason: string | null
  lastError: string | null
  lastErrorAt: Date | null
  lastSuccessAt: Date | null
}>
export type UnableFamily = Readonly<{ family: string; reason: string; since: Date; retryAt: Date }>
export type FamilyUsage = Readonly<{ family: string; calls: number; failures: number }>
/** What all processes know of a service; usage is that of the last 24 hours (by whole hours, rather too many). */
export type Knowledge = Readonly<{
  state: StoredState
  unable: readonly UnableFamily[]
  usage: readonly FamilyUsage[]
}>
export type CallCount = Readonly<{ calls: number; failures: number; milliseconds: number }>

/** What the processes on one database share about services on the internet. */
export type UpstreamStore = Readonly<{
  /** The kept answer to a request, fresh or not; undefined when there is none. */
  answer(provider: string, key: string): Promise<KeptAnswer | undefined>
  keep(provider: string, key: string, answer: KeptAnswer): Promise<void>
  /**
   * Takes the next slot of a service's gate, for good, and tells how many milliseconds to wait for it. Slots are
   * `everyMs` apart; after a pause `burst` of them come at once.
   */
  slot(provider: string, everyMs: number, burst: number): Promise<number>
  /** No slot for so many milliseconds from now. */
  hold(provider: string, milliseconds: number): Promise<void>
  /** Counts a call of a family, unless `limit` calls were made in 24 hours: then false. Exact between processes. */
  spend(provider: string, family: string, limit: number): Promise<boolean>
  count(provider: string, family: string, count: CallCount): Promise<void>
  read(provider: string): Promise<Knowledge>
  patch(provider: string, changes: Partial<StoredState>): Promise<void>
  /** Remembers that endpoints are closed to us until `retryAt`. */
  setUnable(provider: string, family: string, reason: string, retryAt: Date): Promise<void>
  clearUnable(provider: string, family: string): Promise<void>
  /** Deletes answers that went stale 90 days before `now`, and counts of calls older than 30 days. */
  forget(now: Date): Promise<{ answers: number; usage: number }>
}>
