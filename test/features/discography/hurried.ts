import { z } from 'zod'
import { openDatabase } from '../../../src/db/client.ts'
import { createUpstreamStore } from '../../../src/db/upstream.ts'
import type { UpstreamFactory, UpstreamLimits } from '../../../src/platform/upstream/options.ts'
import { providerEnvironment } from '../../../src/providers/environment.ts'
import { createProviders } from '../../../src/providers/index.ts'
import { startFakes } from '../../fakes/index.ts'
import type { World } from '../../fakes/world/types.ts'
import { createTestDatabase } from '../../support/database.ts'
import { upstreamsForTest } from '../../support/upstream-store.ts'
import { type Online, startOnline } from './support.ts'

export type Hurried = Online &
  Readonly<{
    /** Moves the clock of every service on: what is unwell or held back is asked again. */
    advance(milliseconds: number): void
  }>

/**
 * A server that asks its fakes with the real clients, except that pauses between attempts take no time and that
 * `limits` may be less patient. Each service has a clock of its own, which its pauses move on.
 */
export async function startHurried(world: World, limits: Partial<UpstreamLimits> = {}): Promise<Hurried> {
  // By the clock of the fakes no two calls are near to each other: nobody has to be asked slowly.
  let calls = 0
  const now = () => Date.now() + 60_000 * calls++
  const fakes = await startFakes(world, { now, given: { musicbrainz: { everyMs: 0 } } })
  const database = await createTestDatabase()
  const { db, close } = openDatabase(database.url, () => undefined, 6)
  const store = { ...createUpstreamStore(db), slot: async () => 0 }
  const clients: ReturnType<typeof upstreamsForTest>[] = []
  const upstream: UpstreamFactory = (service) => {
    const client = upstreamsForTest({ store })
    clients.push(client)
    return client.factory({ ...service, limits: { ...service.limits, ...limits } })
  }
  const config = z.object(providerEnvironment).parse(fakes.env)
  const providers = createProviders({ config, upstream })
  const online = await startOnline(world, { databaseUrl: database.url, fakes, providers })
  return {
    ...online,
    advance: (milliseconds) => {
      for (const client of clients) client.advance(milliseconds)
    },
    async close() {
      await online.close()
      await Promise.all(clients.map((client) => client.close()))
      await close()
      await database.drop()
      await fakes.close()
    },
  }
}
