import { createReadStream, existsSync } from 'node:fs'
import { readConfig } from '../src/config.ts'
import { AppError } from '../src/errors.ts'
import { createOnDevice } from '../src/features/emotions/on-device/service.ts'

/** `npm run models [-- <file>]`: installs the model of the on-device mode, fetched or from a file. */
async function install(): Promise<string> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { storageDir, faceModelUrl: url } = readConfig(process.env)
  const onDevice = createOnDevice({ storageDir, url })
  const [file] = process.argv.slice(2)
  const { name, source } = file ? await onDevice.put(createReadStream(file)) : await onDevice.install()
  return `${name} is installed, from ${file ?? source}`
}

await install().then(
  (text) => console.log(text),
  (error: unknown) => {
    const { message, details } = error instanceof AppError ? error.toBody('en').error : { message: error }
    console.error(details === undefined ? message : `${message}: ${details}`)
    process.exitCode = 1
  },
)
