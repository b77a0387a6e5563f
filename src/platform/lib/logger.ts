import type { FastifyRequest } from 'fastify'

/** Logger options that keep secrets out of the log: no headers, and no `token` in addresses. */
export const redact = {
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      url: request.url.replace(/([?&](?:token|code|session_token)=)[^&]*/gi, '$1***'),
      address: request.ip,
    }),
    res: (reply: { statusCode: number }) => ({ statusCode: reply.statusCode }),
  },
}
