import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { albumRoutes } from './albums/routes.ts'
import { artistRoutes } from './artists/routes.ts'
import { curationRoutes, provenanceRoutes } from './curate/routes.ts'
import type { Discography } from './discography.ts'
import { missingRoutes } from './missing/routes.ts'
import { runRoutes } from './runs/routes.ts'
import { discographyTrackRoutes } from './tracks/routes.ts'
import { freshnessRoutes, upkeepRoutes } from './upkeep/routes.ts'

/** Everything that needs somebody outside. */
export const discographyRoutes =
  (discography: Discography): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(freshnessRoutes(discography))
    await app.register(upkeepRoutes(discography))
    await app.register(artistRoutes(discography))
    await app.register(albumRoutes(discography))
    await app.register(discographyTrackRoutes(discography))
    await app.register(missingRoutes(discography))
    await app.register(provenanceRoutes(discography))
    await app.register(curationRoutes(discography))
    await app.register(runRoutes(discography.runs))
  }
