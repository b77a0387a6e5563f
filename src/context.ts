import path from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import { openDatabase } from './db/client.ts'
import { migrateDatabase } from './db/migrate.ts'
import type { Language } from './errors.ts'
import { createAttempts } from './features/auth/attempts.ts'
import { createTokens } from './features/auth/crypto/tokens.ts'
import { createAuth } from './features/auth/service.ts'
import { createUsers } from './features/auth/users/service.ts'
import { createDemo } from './features/demo/service.ts'
import { createDiscography } from './features/discography/discography.ts'
import { createRetention } from './features/emotions/history/retention/retention.ts'
import { createHistory } from './features/emotions/history/service.ts'
import { createEmotions } from './features/emotions/image/service.ts'
import { createLive } from './features/emotions/live/live.ts'
import { createOnDevice } from './features/emotions/on-device/service.ts'
import { createRecorder } from './features/emotions/sessions/recorder.ts'
import { createSessions } from './features/emotions/sessions/service.ts'
import { createFavorites } from './features/favorites/service.ts'
import { createPictureAddresses } from './features/images/outside/address.ts'
import { createImages } from './features/images/service.ts'
import { createKnown } from './features/library/known/known.ts'
import { createLibrary } from './features/library/library.ts'
import { createLyrics } from './features/lyrics/service.ts'
import { createMoodMusic } from './features/mood-music/service.ts'
import { moodTexts } from './features/mood-music/texts.ts'
import { createPlays } from './features/plays/service.ts'
import { createProviderAdmin } from './features/providers/service.ts'
import { createScrobbling } from './features/scrobbling/scrobbling.ts'
import { createSystem } from './features/system/service.ts'
import { openOutside, type Pace } from './outside.ts'
import { ownPostgres } from './own-postgres.ts'
import { secretFile } from './platform/files/secret-file.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import { projectRoot } from './platform/lib/project-root.ts'
import type { Providers } from './providers/provider.ts'
import { createVision, type Vision } from './vision/pool.ts'

export type ContextOptions = {
  /** Where the prepared face models lie; tests keep them elsewhere. */
  modelsDir?: string
  /** Another file in the place of the model of the on-device mode, and less patience, for tests. */
  onDevice?: Pick<Parameters<typeof createOnDevice>[0], 'model' | 'patience'>
  /** Another reader of faces, for tests that read none. */
  vision?: Vision
  /** Other services on the internet, for tests that make their own. */
  providers?: Pick<Providers, 'of'>
  pace?: Pace
}
const assetsDir = path.join(projectRoot, 'dist')

/** Undoes what was opened, newest first; one failure does not keep the rest open. */
function createClosers(logger: FastifyBaseLogger) {
  const closers: (() => Promise<void>)[] = []
  return {
    add: (close: () => Promise<void>) => void closers.push(close),
    closeAll: async () => {
      for (const close of closers.reverse())
        await close().catch((err: unknown) => logger.error({ err }, 'while closing'))
      closers.length = 0
    },
  }
}

/** Builds every part of the server in order. When one fails, those before it are closed again. */
export async function createContext(config: Config, logger: FastifyBaseLogger, options: ContextOptions = {}) {
  const closers = createClosers(logger)
  try {
    const url = config.databaseUrl ?? (await ownPostgres(config, logger, closers.add))
    await migrateDatabase(url)
    const database = openDatabase(url, (err) => logger.warn({ err }, 'a database connection broke'))
    closers.add(database.close)
    const { db } = database

    const jobs = createJobs(url, logger)
    const secret = config.jwtSecretKey ?? (await secretFile(path.join(config.storageDir, 'secrets', 'jwt')))
    const attempts = createAttempts(db)
    const { authRecoveryCode: recoveryCode, registration } = config
    const auth = createAuth({ db, tokens: createTokens(secret), attempts, recoveryCode, registration })
    const users = createUsers({ db })

    const vision =
      options.vision ?? createVision({ modelsDir: options.modelsDir ?? path.join(assetsDir, 'models'), logger })
    closers.add(vision.close)
    const recorder = createRecorder({ db, log: logger })
    closers.add(recorder.close)
    const sessions = createSessions({ db, recorder })
    const serverDays = config.emotionsRetentionDays
    const retention = createRetention({ db, jobs, recorder, log: logger, serverDays })
    const playlistName = (mood: string, language: Language) => moodTexts(mood, language).name
    const outside = openOutside(config, db, logger, options.pace)
    closers.add(outside.close)
    const providers: Providers = { ...outside.providers, ...options.providers }
    const { storageDir, cacheDir } = config
    const coverAddresses = (id: number, signal: AbortSignal) => discography.coverAddresses(id, signal)
    const addresses = createPictureAddresses(secret)
    const fetched = { fetch: outside.picture, addresses, coverAddresses }
    const images = createImages({ db, storageDir, cacheDir, log: logger, ...fetched })
    closers.add(images.close)
    const ownDirs = [storageDir, cacheDir]
    const library = createLibrary({ database, jobs, log: logger, ownDirs, afterScan: images.findMissing })
    closers.add(library.close)
    const { views, visibility, folders, scans } = library
    const known = createKnown({ db })
    const { catalogue } = library
    const [{ keepPicture }, { forget }] = [images, outside]
    const parts = { database, jobs, log: logger, providers, known, catalogue, views, forget }
    const discography = createDiscography({ ...parts, keepPicture, throughUs: addresses.through })
    const providerAdmin = createProviderAdmin({ db, providers, offline: config.providers.OFFLINE })
    closers.add(await providerAdmin.follow((err) => logger.warn({ err }, 'the order of providers could not be read')))
    const scrobbling = createScrobbling({ db, jobs, providers, secret, visibility, log: logger })
    closers.add(scrobbling.close)
    const demo = createDemo({ db, jobs, folders, scans, downloadsDir: config.downloadsDir })

    return {
      ...{ config, logger, db, jobs, auth, users, vision, images, library, demo, assetsDir },
      ...{ sessions, recorder, retention, history: createHistory({ db, sessions, recorder, playlistName }) },
      onDevice: createOnDevice({ storageDir: config.storageDir, url: config.faceModelUrl, ...options.onDevice }),
      emotions: createEmotions({ vision, sessions, recorder }),
      live: createLive({ vision, sessions, recorder, isSignedIn: auth.isSignedIn, log: logger, ...config.live }),
      favorites: createFavorites({ db, views }),
      moodMusic: createMoodMusic({ db, views }),
      plays: createPlays({ db, views, visibility, onPlay: scrobbling.onPlay }),
      ...{ discography, providerAdmin },
      ...{ scrobbling, lyrics: createLyrics({ db, providers, visibility, log: logger }) },
      system: createSystem({ db, vision, log: logger }),

      /** Begins background work. What requests put in a queue is lost before. */
      async start(): Promise<void> {
        closers.add(jobs.stop)
        await jobs.start()
        await demo.register()
        await retention.register()
        await scrobbling.register()
        await library.start(config.musicDirs)
        await discography.start()
      },
      close: closers.closeAll,
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}

export type Context = Awaited<ReturnType<typeof createContext>>
