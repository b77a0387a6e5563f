import type { UpstreamFactory } from '../platform/upstream/options.ts'
import type { ProviderEnvironment } from './environment.ts'

/** What every provider is made of. */
export type ProviderDeps = Readonly<{ config: ProviderEnvironment; upstream: UpstreamFactory }>
