import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { createContext } from './context.ts'
import { StorageInUse } from './db/embedded/lock.ts'
import { CannotListen, listen } from './platform/http/listen.ts'
import { redact } from './platform/lib/logger.ts'

/** The process: configuration, context, app, listen, stop. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel, ...redact })
  // A signal that comes while the server starts is obeyed once there is something to stop in order.
  const stopped = new Promise<string>((resolve) => process.on('SIGTERM', resolve).on('SIGINT', resolve))
  const context = await createContext(config, logger)
  try {
    const app = await buildApp(context)
    const close = await listen(app, config.host, { PORT: config.port, WEB_PORT: config.webPort })
    await context.start()
    logger.info(`Animo is ready at http://localhost:${config.webPort || config.port}`)
    logger.info(`${await stopped}: finishing running requests`)
    await close()
  } finally {
    await context.close()
  }
}

main().catch((error: unknown) => {
  const expected = [ConfigError, StorageInUse, CannotListen].some((kind) => error instanceof kind)
  const text = error instanceof Error ? (expected ? error.message : error.stack) : error
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
})
