import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type ContextOptions, createContext } from '../../src/context.ts'
import type { Vision } from '../../src/vision/pool.ts'
import { VisionError } from '../../src/vision/vision-error.ts'
import { newAddress } from './address.ts'
import { createTestDatabase } from './database.ts'

/** Tests that read no face need no models. */
const blind: Vision = {
  atOnce: 1,
  analyze: () => Promise.reject(new VisionError('failed', 'This test reads no faces.')),
  ready: () => Promise.resolve(),
  state: () => 'loaded',
  close: () => Promise.resolve(),
}

type Options = {
  env?: Record<string, string>
  jobs?: boolean
  vision?: Vision
  modelsDir?: string
  databaseUrl?: string
  onDevice?: ContextOptions['onDevice']
  providers?: ContextOptions['providers']
  /** Fakes are asked at their own pace unless this says that they need not be. */
  pace?: ContextOptions['pace']
}
type Send = (options: InjectOptions & { token?: string }) => Promise<LightMyRequestResponse>

/** The real server on its own database and folders, without a listener; `jobs` starts background work too. */
export async function startTestServer(options: Options = {}) {
  const database = options.databaseUrl ? null : await createTestDatabase()
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-app-'))
  await chmod(dir, 0o755)
  const at = (name: string) => path.join(dir, name)
  const config = readConfig({
    ...{
      DATABASE_URL: options.databaseUrl ?? database?.url,
      STORAGE_DIR: at('storage'),
      CACHE_DIR: at('cache'),
      DOWNLOADS_DIR: at('downloads'),
    },
    // Nothing outside is asked but by tests that start fakes.
    ...{ RATE_LIMIT_ANONYMOUS: '100000', RATE_LIMIT_USER: '100000', OFFLINE: 'true' },
    ...options.env,
  })
  const vision = options.modelsDir ? undefined : (options.vision ?? blind)
  const context = await createContext(config, pino({ level: 'silent' }), {
    ...(vision && { vision }),
    ...(options.modelsDir && { modelsDir: options.modelsDir }),
    ...(options.onDevice && { onDevice: options.onDevice }),
    ...(options.pace && { pace: options.pace }),
    ...(options.providers && { providers: options.providers }),
  })
  const app = await buildApp(context)
  if (options.jobs) await context.start()
  await app.ready()

  const send: Send = ({ token, ...request }) =>
    app.inject({ ...request, headers: { ...(token && { authorization: `Bearer ${token}` }), ...request.headers } })

  async function signIn(email: string, password: string): Promise<string> {
    const reply = await send({ method: 'POST', url: '/auth/login', payload: { email, password } })
    if (reply.statusCode !== 200) throw new Error(`sign-in failed: ${reply.body}`)
    return reply.json().access_token
  }

  return {
    ...{ app, context, config, dir, send, signIn },

    /** Creates the first user and signs in. */
    async admin(): Promise<string> {
      const payload = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }
      await send({ method: 'POST', url: '/auth/create-first-user', payload })
      return signIn(payload.email, payload.password)
    },

    /** Adds an ordinary user by invitation and signs in. */
    async member(adminToken: string, name = 'ben'): Promise<string> {
      const invite = await send({ method: 'POST', url: '/users/invites', token: adminToken, payload: {} })
      await send({ method: 'PUT', url: '/users/registration', token: adminToken, payload: { registration: 'invite' } })
      const payload = { name, email: `${name}@example.org`, password: 'battery staple', invite: invite.json().code }
      // From an address of its own: five registrations a minute are allowed to each.
      const remoteAddress = newAddress()
      const reply = await send({ method: 'POST', url: '/auth/register', payload, remoteAddress })
      if (reply.statusCode !== 201) throw new Error(`registration failed: ${reply.body}`)
      return signIn(payload.email, payload.password)
    },

    async close(): Promise<void> {
      await app.close()
      await context.close()
      await database?.drop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>
