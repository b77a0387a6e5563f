import { startEmbedded } from '../../../src/db/embedded.ts'

/** A process that owns a storage folder until it is killed: what `embedded.test.ts` kills. */
const silent = () => undefined
const postgres = await startEmbedded(process.argv[2] ?? '', { info: silent, warn: silent, debug: silent }, true)
process.stdout.write(`${postgres.url()}\n`)
