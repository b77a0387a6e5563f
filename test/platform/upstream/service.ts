import { z } from 'zod'
import type { ServiceOptions, UpstreamLimits } from '../../../src/platform/upstream/options.ts'
import { type Ask, UpstreamError, type UpstreamRequest } from '../../../src/platform/upstream/types.ts'
import { upstreamsForTest } from '../../support/upstream-store.ts'

export const person: Ask = { priority: 'person' }
export const background: Ask = { priority: 'background' }
export const shape = z.object({ n: z.number() })
export const request: UpstreamRequest<z.infer<typeof shape>> = { family: 'things', path: '/things', schema: shape }
export const kept = { ...request, keep: { hit: 60, miss: 30 } }

type Options = Partial<Omit<ServiceOptions, 'limits'>> & { limits?: Partial<UpstreamLimits> }
type Upstreams = Omit<Parameters<typeof upstreamsForTest>[0] & object, never>

/** A service called "Example" whose waits take no time, for `await using`. */
export function open(baseUrl: string, { limits, ...options }: Options = {}, means: Upstreams = {}) {
  const upstreams = upstreamsForTest(means)
  const usual = { everyMs: 0, concurrency: 4, timeoutMs: 5000, retries: 3 }
  const service = { name: 'example', title: 'Example', baseUrl, ...options, limits: { ...usual, ...limits } }
  return {
    ...upstreams,
    upstream: upstreams.factory(service),
    [Symbol.asyncDispose]: upstreams.close,
  }
}

/** What a call fails with; a call that does not fail fails the test. */
export async function failure(work: Promise<unknown>): Promise<UpstreamError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  )
  if (error instanceof UpstreamError) return error
  throw error
}
