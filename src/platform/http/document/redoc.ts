import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FastifyInstance } from 'fastify'

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Animo API</title>
  </head>
  <body>
    <redoc spec-url="/openapi.json"></redoc>
    <script src="/redoc/redoc.standalone.js"></script>
  </body>
</html>
`
/** The one picture that the script fetches from its makers' servers. */
const FOREIGN_LOGO = /https:\/\/cdn\.redoc\.ly\/[\w/.-]+/g
const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

/** ReDoc at /redoc, with everything it needs from our own origin. */
export async function serveRedoc(app: FastifyInstance): Promise<void> {
  const file = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')

  app.get('/redoc', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(PAGE),
  )
  app.get('/redoc/redoc.standalone.js', { schema: { hide: true } }, async (_request, reply) => {
    const script = (await readFile(file, 'utf8')).replace(FOREIGN_LOGO, NO_PICTURE)
    return reply.header('cache-control', 'public, max-age=86400').type('text/javascript; charset=utf-8').send(script)
  })
}
