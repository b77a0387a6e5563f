import { rm } from 'node:fs/promises'
import { precompress } from './precompress.ts'
import { prepareModels } from './prepare-models.ts'
import { run } from './run.ts'

/** dist/server (compiled), dist/models (converted), dist/web (the app). Parts run side by side. */
const began = performance.now()
await rm('dist/server', { recursive: true, force: true })
await Promise.all([
  run('tsc', '-p', 'tsconfig.build.json'),
  run('vite', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn').then(() => precompress('dist/web')),
  prepareModels('dist/models'),
])
console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
