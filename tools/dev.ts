import { prepareModels } from './prepare-models.ts'
import { start } from './run.ts'

/** The API with reload on 8000, and Vite with hot reload on 5173, until either ends. */
await prepareModels('dist/models')
const children = [
  start('tsx', ['watch', '--clear-screen=false', 'src/main.ts'], { WEB_PORT: '0' }),
  start('vite', ['--config', 'web/vite.config.ts']),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop).on('SIGTERM', stop)
await Promise.race(children.map((child) => new Promise((resolve) => child.on('exit', resolve))))
stop()
