import type { Upstream } from '../platform/upstream/types.ts'
import type { Ask, PortName, Ports } from './ports.ts'

/** One service as the product sees it: what it is called, what it gives, and how it is asked. */
export type Provider = Readonly<{
  /** As in `external_ids.provider` and in settings: 'musicbrainz'. */
  name: string
  /** As people write it: "MusicBrainz". */
  title: string
  website: string
  /** What its terms ask us to show beside its data. */
  attribution: string
  /** Settings without which it cannot be asked, and which are not there: 'LASTFM_API_KEY'. */
  missing: readonly string[]
  upstream: Upstream
  ports: Partial<Ports>
  /** One small question, to see that it answers and takes our key. Throws `UpstreamError`. */
  probe(ask: Ask): Promise<void>
}>

/** A provider with all it asks: one service, or several that are paced and counted apart. */
export type ListedProvider = Provider & Readonly<{ services(): readonly ProviderService[] }>
/** `title`: as people write it; that of the provider where the service has no name of its own. */
export type ProviderService = Readonly<{ title: string; upstream: Upstream }>

/** The providers in the order in which they are asked. */
export type Providers = Readonly<{
  all(): readonly ListedProvider[]
  /** Those that are switched on, have their keys, and can answer this question, in order. */
  of<P extends PortName>(port: P): readonly Readonly<{ name: string; title: string; port: Ports[P] }>[]
  /** Order and switches as an administrator set them; takes effect at once. */
  arrange(settings: ProviderSettings): void
}>

/** Names of providers; those that are not named follow in the order of the product. */
export type ProviderSettings = Readonly<{ order: readonly string[]; disabled: readonly string[] }>
