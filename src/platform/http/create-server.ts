import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { endStreamsOnClose } from '../realtime/sse.ts'
import { handleErrors, refuseRequest } from './error-handler.ts'

/** Fastify itself: what holds for every request before anybody looks at it, and how it is logged. */
export function createServer(logger: FastifyBaseLogger, trustProxy: readonly string[]) {
  const app = fastify({
    loggerInstance: logger,
    genReqId: () => crypto.randomUUID(),
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: 1024 * 1024,
    frameworkErrors: refuseRequest,
    // One line a request is written below, when it has been answered.
    logController: new LogController({ disableRequestLogging: true }),
    // Finished keep-alive connections close at once when the server stops; running requests are awaited.
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  })
  // JSON and forms only: text would reach a schema that expects an object.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  handleErrors(app)
  endStreamsOnClose(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  return app
}
