import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import type { Db } from './db/client.ts'
import { createUpstreamStore } from './db/upstream.ts'
import { API_VERSION } from './features/system/service.ts'
import { createGuardedFetch } from './platform/upstream/guarded-fetch.ts'
import type { UpstreamStore } from './platform/upstream/store.ts'
import { UpstreamError } from './platform/upstream/types.ts'
import { createUpstreams } from './platform/upstream/upstream.ts'
import { createProviders } from './providers/index.ts'

const MOST_PICTURE = 10 * 1024 * 1024
const PICTURE_MS = 20_000

/** For tests: services that are fakes need not be asked slowly. */
export type Pace = (store: UpstreamStore) => UpstreamStore

/** Everything that leaves this machine: the services that are asked, and pictures at addresses they give. */
export function openOutside(config: Config, db: Db, log: FastifyBaseLogger, pace: Pace = (store) => store) {
  const { providers: settings } = config
  const offline = settings.OFFLINE
  const contact = settings.CONTACT_EMAIL ?? `http://${config.host}:${config.port}`
  // Services ask for a way to reach whoever runs this, and drop clients that do not say who they are.
  const userAgent = `Animo/${API_VERSION} (${contact})`
  const store = pace(createUpstreamStore(db))
  const upstreams = createUpstreams({ store, log, userAgent, offline })
  const trusted = Object.entries(settings).flatMap(([name, value]) =>
    name.endsWith('_BASE_URL') && typeof value === 'string' ? originOf(value) : [],
  )
  const guarded = createGuardedFetch({ userAgent, trustedOrigins: [...new Set(trusted)], log })

  return {
    providers: createProviders({ config: settings, upstream: upstreams.factory }),
    async forget(): Promise<void> {
      await store.forget(new Date())
    },

    async picture(address: string, signal: AbortSignal): Promise<Buffer> {
      if (offline) throw new UpstreamError('pictures', 'off', 'this server works offline')
      const limits = { maxBytes: MOST_PICTURE, timeoutMs: PICTURE_MS, accept: /^image\/(jpeg|png|webp|gif)/, signal }
      return (await guarded.bytes(address, limits)).bytes
    },

    async close(): Promise<void> {
      await Promise.all([upstreams.close(), guarded.close()])
    },
  }
}

const originOf = (address: string): string[] => {
  const url = address.replace('{lang}', 'en')
  return URL.canParse(url) ? [new URL(url).origin] : []
}
