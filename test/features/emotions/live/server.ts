import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { WebSocket } from 'ws'
import { createLive } from '../../../../src/features/emotions/live/live.ts'
import { liveRoutes } from '../../../../src/features/emotions/live/routes.ts'
import type { Detection } from '../../../../src/features/emotions/sessions/recorder.ts'
import { handleErrors } from '../../../../src/platform/http/error-handler.ts'
import type { Viewer } from '../../../../src/platform/http/guards/viewer.ts'
import type { Vision } from '../../../../src/vision/pool.ts'
import type { FaceReading } from '../../../../src/vision/reading.ts'

type Options = Partial<Parameters<typeof createLive>[0]> & { analyze?: Vision['analyze']; viewer?: Viewer | null }

export const NOBODY: FaceReading = {
  image: { width: 640, height: 480 },
  faces: [],
  timings: { decodeMs: 0, modelMs: 0, totalMs: 0 },
}

/** The sockets alone, with sessions in memory: for limits and times that the whole server does not let one choose. */
export async function startLive({ analyze = async () => NOBODY, viewer = null, ...options }: Options = {}) {
  const leases = new Map<number, string>()
  const recorded: Detection[] = []
  let made = 0
  const vision: Vision = {
    ...{ atOnce: 2, analyze, ready: () => Promise.resolve(), state: () => 'loaded', close: () => Promise.resolve() },
  }
  const take = (key: number, connection: string) => void leases.set(key, connection)
  const live = createLive({
    ...{ vision, log: { warn: () => undefined }, seats: { total: 100, perCaller: 100 }, requireLogin: false },
    isSignedIn: async () => true,
    sessions: {
      open: async ({ id, recording = false }) => ({
        ...{ key: id ? Number(id.slice(4)) : ++made, id: id ?? `emo_${made}`, recording },
      }),
      lease: {
        claim: async (key, connection) => {
          if (leases.has(key)) return false
          take(key, connection)
          return true
        },
        takeOver: async (key, connection) => {
          take(key, connection)
          return true
        },
        renew: async (key, connection) => {
          if (!leases.has(key)) return 'gone'
          return leases.get(key) === connection ? 'held' : 'taken'
        },
        release: async (key, connection) => {
          if (leases.get(key) === connection) leases.delete(key)
        },
      },
    },
    recorder: { record: (_session, detection) => void recorded.push(detection), state: () => undefined },
    ...options,
  })
  const app = Fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  handleErrors(app)
  app.decorateRequest('viewer', null)
  app.addHook('onRequest', async (request) => {
    request.viewer = viewer
  })
  const sockets: WebSocket[] = []
  const connect: typeof live.connect = (socket, caller) => {
    sockets.push(socket)
    return live.connect(socket, caller)
  }
  await app.register(liveRoutes({ ...live, connect }, { corsOrigins: ['https://music.example.org'] }))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return { app, base, live, leases, recorded, sockets }
}
