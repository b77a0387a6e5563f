import path from 'node:path'
import fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { pino } from 'pino'
import { readConfig } from '../../src/config.ts'
import { type Context, createContext } from '../../src/context.ts'
import { historyRoutes } from '../../src/features/emotions/history/routes.ts'
import { type Figure, timed } from '../figures.ts'
import { TOKEN_USER, temporaryDir } from '../server.ts'
import { fill, MIXES, type Mix } from './rows.ts'

const ROWS = 1_000_000
const ROUNDS = 9
const GOAL = { most: 100 }
type Server = Awaited<ReturnType<typeof start>>

/** One million detections in a session, as they come and at their worst, and how long the history takes to answer. */
export async function benchHistory(): Promise<Figure[]> {
  const storage = await temporaryDir()
  const server = await start(storage.dir)
  try {
    const figures: Figure[] = []
    for (const mix of MIXES) figures.push(...(await measure(server, mix)))
    return figures
  } finally {
    await server.close()
    await storage.remove()
  }
}

async function measure(server: Server, mix: Mix): Promise<Figure[]> {
  const id = await server.session()
  await fill(server.db, server.key(id), ROWS, mix)
  const { from, to } = mix.middle(ROWS)
  const middle = between(from, to)
  const month = new Date(from.getTime() + 31 * 86_400_000)
  const figures: Figure[] = []
  for (const [name, rest] of [
    ['whole session', `?session_id=${id}`],
    ['part of a session', `?session_id=${id}${middle}`],
    ['part of all sessions', `?session_id=all${middle}`],
    ['one class of a session, from its end', `?session_id=${id}&emotion=miedo&order=desc&limit=500`],
    ['a month by hour', `/hours?session_id=${id}&tz=Asia/Kolkata${between(from, month)}`],
    ['streaks of a period', `/streaks?session_id=${id}&limit=2000${middle}`],
  ] as const)
    figures.push(await figure(`history, ${name}, ${mix.name}`, () => server.get(`/api/v1/history/emotions${rest}`)))
  return figures
}

const between = (from: Date, to: Date) => `&from_timestamp=${from.toISOString()}&to_timestamp=${to.toISOString()}`

async function figure(name: string, work: () => Promise<void>): Promise<Figure> {
  const samples: number[] = []
  // The first one finds the pages cold.
  await work()
  for (let round = 0; round < ROUNDS; round++) samples.push(await timed(work))
  return { name, unit: 'ms', samples, goal: GOAL, note: `${ROWS} detections in a session` }
}

/** The history in this process on its own Postgres, without the guards: of these one allows 30 questions a minute. */
async function start(dir: string) {
  const at = (name: string) => path.join(dir, name)
  const env = { STORAGE_DIR: at('storage'), CACHE_DIR: at('cache'), DOWNLOADS_DIR: at('downloads') }
  const context = await createContext(readConfig(env), pino({ level: 'silent' }))
  const user = await context.auth.createFirstUser(TOKEN_USER, { address: '127.0.0.1', userAgent: undefined })
  const app = await appOf(context, user.id)
  const keys = new Map<string, number>()
  return {
    db: context.db,
    key: (id: string) => keys.get(id) ?? 0,
    async session(): Promise<string> {
      const { id, row } = await context.sessions.create(user.id, { recording: true })
      keys.set(id, row.id)
      return id
    },
    async get(url: string): Promise<void> {
      const reply = await app.inject({ url })
      if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
    },
    async close(): Promise<void> {
      await app.close()
      await context.close()
    },
  }
}

async function appOf({ history, retention }: Context, userId: number) {
  const app = fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('viewer', null)
  app.decorateRequest('tokenProblem', null)
  app.addHook('onRequest', async (request) => {
    request.viewer = { id: userId, name: 'Bench', email: TOKEN_USER.email, role: 'admin', sessionId: '' }
  })
  await app.register(historyRoutes(history, retention))
  return app
}
