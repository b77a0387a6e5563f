import type { FastifyBaseLogger } from 'fastify'
import type { Config } from './config.ts'
import { startEmbedded } from './db/embedded.ts'

/** Starts the server's own Postgres; answers its address. */
export async function ownPostgres(
  config: Config,
  logger: FastifyBaseLogger,
  onClose: (close: () => Promise<void>) => void,
): Promise<string> {
  const postgres = await startEmbedded(config.storageDir, {
    info: (text) => logger.info(text),
    warn: (text) => logger.warn(text),
    debug: (text) => logger.debug({ part: 'postgres' }, text),
  })
  let wanted = false
  onClose(() => {
    wanted = true
    return postgres.stop()
  })
  // Without its database the server is of no use: it ends, and whoever keeps it running starts it anew.
  void postgres.exited.then((code) => {
    if (wanted) return
    logger.fatal({ code }, 'Postgres ended by itself: stopping')
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  })
  return postgres.url()
}
