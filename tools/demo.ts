import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { readConfig } from '../src/config.ts'
import { createContext } from '../src/context.ts'
import { StorageInUse } from '../src/db/embedded/lock.ts'
import { onlineFakes } from './online-fakes/online-fakes.ts'
import { prepareModels } from './prepare-models.ts'

/** Fills the server's library with the demo music, as the first screen does: renders, adds the folder, scans. */
async function demo(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  await prepareModels('dist/models')
  const context = await createContext(readConfig(process.env), pino({ level: 'warn' }))
  try {
    await context.start()
    await context.demo.start()
    let shown = ''
    for (;;) {
      const { state, done, total } = await context.demo.status()
      const line = state === 'rendering' ? `rendering: ${done} of ${total || '...'} tracks` : state
      if (line !== shown) console.log(line)
      shown = line
      if (state === 'done') return
      if (state === 'failed') throw new Error('The demo library could not be made: see the messages above.')
      await sleep(500)
    }
  } finally {
    await context.jobs.settle()
    await context.close()
  }
}

async function fill(): Promise<void> {
  await demo().then(
    () => console.log('The demo library is there. Start the server: npm start'),
    (error: unknown) => {
      const running = error instanceof StorageInUse
      console.error(running ? `${error.message}\nWith the server running, use the button on its Library page.` : error)
      process.exitCode = 1
    },
  )
}

/** `--online-fakes`: a server among made-up services instead; `--keys`: with keys for all of them. */
const wanted = (flag: string) => process.argv.includes(flag)
await (wanted('--online-fakes') ? onlineFakes({ keys: wanted('--keys') }) : fill())
