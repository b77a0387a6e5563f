import { sql } from 'drizzle-orm'
import type { Db } from '../../../src/db/client.ts'
import type { Providers } from '../../../src/providers/provider.ts'
import { startFakes } from '../../fakes/index.ts'
import type { World } from '../../fakes/world/types.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'

export type Online = Readonly<{
  server: TestServer
  token: string
  fakes: Awaited<ReturnType<typeof startFakes>>
  get(url: string): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>
  post(url: string, payload?: object): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>
  close(): Promise<void>
}>

type Options = Readonly<{
  keys?: boolean
  databaseUrl?: string
  /** Those of another server, which closes them. */
  fakes?: Online['fakes']
  /** Other ways to ask the fakes than the server's own. */
  providers?: Pick<Providers, 'of'>
  env?: Record<string, string>
}>

/** A server whose services are fakes of one world, asked as fast as they answer. */
export async function startOnline(world: World, options: Options = {}): Promise<Online> {
  const own = { keys: options.keys ?? false, given: { musicbrainz: { everyMs: 0 } } }
  const fakes = options.fakes ?? (await startFakes(world, own))
  const server = await startTestServer({
    env: { ...fakes.env, OFFLINE: 'false', ...options.env },
    jobs: true,
    pace: (store) => ({ ...store, slot: async () => 0 }),
    ...(options.databaseUrl && { databaseUrl: options.databaseUrl }),
    ...(options.providers && { providers: options.providers }),
  })
  const token = await server.admin()
  const call = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const reply = await server.send({ method, url, token, ...(payload && { payload }) })
    return { status: reply.statusCode, body: reply.json() }
  }
  return {
    ...{ server, token, fakes },
    get: (url) => call('GET', url),
    post: (url, payload) => call('POST', url, payload),
    async close() {
      await server.close()
      if (!options.fakes) await fakes.close()
    },
  }
}

/** Everything that is kept, in words that do not depend on ids and order. */
export const catalogueOf = ({ server }: Online): Promise<string[]> => catalogueIn(server.context.db)

export async function catalogueIn(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ line: string }>(sql`
    select concat_ws(' | ', a.artist_line, a.name, a.release_type, a.release_date, t.disc_number, t.track_number, t.name) as line
    from albums a left join tracks t on t.album_id = a.id order by 1`)
  return rows.map(({ line }) => line)
}
