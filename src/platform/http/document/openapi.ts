import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { addRefusals, errorSchema, SIGNED_IN } from './openapi-errors.ts'

/** The document at /openapi.json is made from the schemas that validate requests, so it cannot drift from them. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Animo',
        version,
        description: 'Your music, whole discographies, and what fits your mood.',
        license: { name: 'MIT' },
      },
      components: {
        schemas: { Error: errorSchema },
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'animo_session' },
        },
      },
    },
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input)
      return { url, schema: input.route.config?.access ? { ...schema, security: SIGNED_IN } : schema }
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) return document.swaggerObject
      addRefusals(document.openapiObject.paths ?? {})
      return document.openapiObject
    },
  })
  // Our own content policy holds here too: the page's own one would ask for https, which a household often has not.
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
