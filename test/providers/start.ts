import { z } from 'zod'
import type { ProviderDeps } from '../../src/providers/deps.ts'
import { type ProviderEnvironment, providerEnvironment } from '../../src/providers/environment.ts'
import type { Ports } from '../../src/providers/ports.ts'
import type { Provider } from '../../src/providers/provider.ts'
import type { Started } from '../contracts/port.ts'
import { startFake } from '../fakes/server.ts'
import type { FakeHandler } from '../fakes/types.ts'
import { upstreamsForTest } from '../support/upstream-store.ts'

type Values = { [name in keyof ProviderEnvironment]?: string | undefined }

/** The variables of providers as the server reads them. */
export const environment = (values: Values): ProviderEnvironment => z.object(providerEnvironment).parse(values)

/** A provider in front of its fake, with nothing kept and nothing remembered. Pauses are kept, and take no time. */
export async function startProvider(
  name: string,
  create: (deps: ProviderDeps) => Provider,
  handler: FakeHandler,
  values: (url: string) => Values,
): Promise<Started> {
  const upstreams = upstreamsForTest()
  const fake = await startFake(name, handler, { now: upstreams.now })
  const provider = create({ config: environment(values(fake.url)), upstream: upstreams.factory })
  return {
    provider,
    fake,
    async close() {
      await upstreams.close()
      await fake.close()
    },
  }
}

/** For `await using`: the same with its ports at hand, closed at the end of the block. */
export async function open(starting: Promise<Started>) {
  const started = await starting
  const ports: Partial<Ports> = started.provider.ports
  return { ...started, ports, [Symbol.asyncDispose]: () => started.close() }
}
