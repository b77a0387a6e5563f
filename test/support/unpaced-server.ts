import { pino } from 'pino'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { createContext } from '../../src/context.ts'

/** A server as a process that can be killed, which asks fakes as fast as they answer; it says when it listens. */
const config = readConfig(process.env)
const context = await createContext(config, pino({ level: 'silent' }), {
  pace: (store) => ({ ...store, slot: async () => 0 }),
})
const app = await buildApp(context)
await context.start()
await app.listen({ host: '127.0.0.1', port: config.port })
process.send?.('ready')
