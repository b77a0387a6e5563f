import type { z } from 'zod'
import type { Ask, Upstream } from '../../../platform/upstream/types.ts'
import { createLimits, type Limits } from './limits.ts'

const HOUR = 3600
const DAY = 24 * HOUR
/** How long answers are kept, in seconds; the terms allow no more than a while. */
export const KEEP = {
  search: { hit: 6 * HOUR, miss: DAY },
  entity: { hit: 7 * DAY, miss: DAY },
} as const
/** Spotify's ids: 22 letters and digits. What is none is not asked for. */
const ID = /^[0-9A-Za-z]{22}$/
/** Of one list: a service that never comes to an end must not use up a budget. */
const MOST_PAGES = 200
const MOST_AT_ONCE = 50

type Query = Readonly<Record<string, string | number | undefined>>
type Reading<T> = Readonly<{
  family: string
  path: string
  query?: Query
  schema: z.ZodType<T>
  keep?: Readonly<{ hit: number; miss: number }>
}>
type Page<T> = Readonly<{ items: readonly T[]; next?: string | null | undefined; total: number }>

export type Api = Readonly<{
  read<T>(reading: Reading<T>, ask: Ask): Promise<T | null>
  /** Every entry of a list, or the first `most`; null: there is no such list. `from` continues one that has begun. */
  list<T, B>(reading: Reading<B>, options: Listing<T, B>, ask: Ask): Promise<readonly T[] | null>
  /** Of searches and of the albums of an artist. */
  limits: Limits
  /** Of the tracks of an album, which are 50 in every mode. */
  trackLimits: Limits
}>
type Listing<T, B> = Readonly<{ pageOf: (body: B) => Page<T>; limits: Limits; from?: number; most?: number }>

export const isId = (text: string | undefined): text is string => text !== undefined && ID.test(text)

/** Reads of the Web API, with the market of the server and with lists put together from their pages. */
export function createApi(upstream: Upstream, market: string): Api {
  const limits = createLimits()
  const trackLimits = createLimits(MOST_AT_ONCE)
  const read: Api['read'] = ({ query, keep = KEEP.entity, ...reading }, ask) =>
    upstream.json({ ...reading, keep, query: { market, ...query } }, ask)

  const list = async <T, B>(reading: Reading<B>, options: Listing<T, B>, ask: Ask): Promise<readonly T[] | null> => {
    const { pageOf, limits: own, from = 0, most = Number.POSITIVE_INFINITY } = options
    const found: T[] = []
    let offset = from
    let before: string | undefined
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      // The first page decides how many may be asked for, and where the next one begins.
      const turn = await own.within(Math.min(MOST_AT_ONCE, most - found.length), async (limit) => ({
        limit,
        body: await read({ ...reading, query: { ...reading.query, limit, offset } }, ask),
      }))
      if (turn.body === null) return pages === 0 && from === 0 ? null : found
      const page = pageOf(turn.body)
      const head = JSON.stringify(page.items[0])
      if (head !== undefined && head === before) break
      before = head
      found.push(...page.items)
      offset += turn.limit
      if (!page.next || found.length >= most || (page.total > 0 && offset >= page.total)) break
    }
    return found.slice(0, most)
  }
  return { read, list, limits, trackLimits }
}
