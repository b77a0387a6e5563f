import path from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { Context } from './context.ts'
import { identifyCallers } from './features/auth/identify.ts'
import { authRoutes } from './features/auth/routes.ts'
import { usersRoutes } from './features/auth/users/routes.ts'
import { demoRoutes } from './features/demo/routes.ts'
import { discographyRoutes } from './features/discography/routes.ts'
import { historyRoutes } from './features/emotions/history/routes.ts'
import { emotionRoutes } from './features/emotions/image/routes.ts'
import { liveRoutes } from './features/emotions/live/routes.ts'
import { onDeviceRoutes } from './features/emotions/on-device/routes.ts'
import { sessionRoutes } from './features/emotions/sessions/routes.ts'
import { favoriteRoutes } from './features/favorites/routes.ts'
import { imageRoutes } from './features/images/routes.ts'
import { libraryRoutes } from './features/library/routes.ts'
import { scanRoutes } from './features/library/scan/routes.ts'
import { streamRoutes } from './features/library/stream.ts'
import { lyricsRoutes } from './features/lyrics/routes.ts'
import { moodMusicRoutes } from './features/mood-music/routes.ts'
import { playRoutes } from './features/plays/routes.ts'
import { providerRoutes } from './features/providers/routes.ts'
import { scrobblingRoutes } from './features/scrobbling/routes.ts'
import { systemRoutes } from './features/system/routes.ts'
import { API_VERSION } from './features/system/service.ts'
import { serveApp } from './platform/http/app-pages.ts'
import { createServer } from './platform/http/create-server.ts'
import { describeApi } from './platform/http/document/openapi.ts'
import { serveRedoc } from './platform/http/document/redoc.ts'
import { limitRates } from './platform/http/guards/rate-limit.ts'
import { secure } from './platform/http/guards/security.ts'

/** The whole of HTTP as a value: guards first, then one line a feature. */
export async function buildApp(context: Context) {
  const { config } = context
  const app = createServer(context.logger, config.trustProxy)
  await secure(app, config.corsOrigins)
  await app.register(cookie)
  identifyCallers(app, context.auth, config.corsOrigins)
  limitRates(app, config.rateLimit)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(multipart, { limits: { fileSize: 10 * 1024 * 1024, files: 1, fields: 10, fieldSize: 64 * 1024 } })
  await describeApi(app, API_VERSION)
  await serveRedoc(app)
  // Before the features: a page that shares its address with data is for everyone, the data are not.
  await serveApp(app, path.join(context.assetsDir, 'web'))

  await app.register(systemRoutes(context.system))
  await app.register(authRoutes(context.auth))
  await app.register(usersRoutes(context.users))
  await app.register(libraryRoutes(context.library.catalogue))
  await app.register(streamRoutes(context.db))
  await app.register(scanRoutes(context.library.folders, context.library.scans))
  await app.register(demoRoutes(context.demo))
  await app.register(playRoutes(context.plays))
  await app.register(lyricsRoutes(context.lyrics))
  await app.register(scrobblingRoutes(context.scrobbling))
  await app.register(discographyRoutes(context.discography))
  await app.register(providerRoutes(context.providerAdmin, config.providers.OFFLINE))
  await app.register(favoriteRoutes(context.favorites))
  await app.register(imageRoutes(context.images))
  await app.register(emotionRoutes(context.emotions, { requireLogin: config.emotionsRequireLogin }))
  await app.register(liveRoutes(context.live, config))
  await app.register(sessionRoutes(context.sessions, { requireLogin: config.emotionsRequireLogin }))
  await app.register(historyRoutes(context.history, context.retention, { requireLogin: config.emotionsRequireLogin }))
  await app.register(onDeviceRoutes(context.onDevice))
  await app.register(moodMusicRoutes(context.moodMusic, { requireLogin: config.emotionsRequireLogin }))
  return app
}
