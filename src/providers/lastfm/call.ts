import type { z } from 'zod'
import type { Ask, Upstream } from '../../platform/upstream/types.ts'

const DAY = 86_400
/** How long answers are kept, in seconds. */
export const KEEP = {
  bio: { hit: 30 * DAY, miss: 7 * DAY },
  tags: { hit: 14 * DAY, miss: 7 * DAY },
  top: { hit: 7 * DAY, miss: 7 * DAY },
} as const

type Reading<T> = Readonly<{
  method: string
  query: Readonly<Record<string, string | number | undefined>>
  schema: z.ZodType<T>
  keep?: Readonly<{ hit: number; miss: number }>
}>
export type Read = <T>(reading: Reading<T>, ask: Ask) => Promise<T | null>

/** Reads of Last.fm: every method is a family of its own. */
export const createRead =
  (upstream: Upstream, key: string): Read =>
  ({ method, query, schema, keep }, ask) =>
    upstream.json(
      {
        family: method,
        path: '/',
        query: { method, ...query, api_key: key, format: 'json' },
        schema,
        ...(keep && { keep }),
      },
      ask,
    )
