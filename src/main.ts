import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { createContext } from './context.ts'
import { CannotStart } from './db/cannot-start.ts'
import { CannotListen, listen } from './platform/http/listen.ts'
import { describeError, redact } from './platform/lib/logger.ts'

const signal = () => new Promise<string>((resolve) => process.on('SIGTERM', resolve).on('SIGINT', resolve))

/** The process: configuration, context, app, listen, stop. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel, ...redact })
  // A signal that comes while the server starts is obeyed once there is something to stop in order.
  const stopped = signal()
  const context = await createContext(config, logger)
  try {
    const app = await buildApp(context)
    await context.start()
    const close = await listen(app, config.host, { PORT: config.port, WEB_PORT: config.webPort })
    logger.info(`Animo is ready at http://localhost:${config.webPort || config.port}`)
    logger.info(`${await stopped}: finishing running requests`)
    await close(signal())
  } finally {
    await context.close()
  }
}

main().catch((error: unknown) => {
  const expected = [ConfigError, CannotStart, CannotListen].some((kind) => error instanceof kind)
  const text = error instanceof Error && expected ? error.message : describeError(error).stack
  // Whatever a failed start left open must not keep a server alive that does not answer.
  process.stderr.write(`${text}\n`, () => process.exit(1))
})
