import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { createContext } from './context.ts'
import { StorageInUse } from './db/embedded/lock.ts'
import { alsoListen } from './platform/http/listen.ts'
import { redact } from './platform/lib/logger.ts'

/** The process: configuration, context, app, listen, stop. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel, ...redact })
  const context = await createContext(config, logger)
  const app = await buildApp(context)
  await app.listen({ host: config.host, port: config.port })
  const closeSecond = config.webPort > 0 ? await alsoListen(app, config.host, config.webPort) : undefined
  await context.start()
  logger.info(`Animo is ready at http://localhost:${config.webPort || config.port}`)

  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return
    stopping = true
    logger.info(`${signal}: finishing running requests`)
    await Promise.all([app.close(), closeSecond?.()])
    await context.close()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof StorageInUse
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exitCode = 1
})
