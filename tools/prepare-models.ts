import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprint, MODELS } from './models/sources.ts'

type Manifest = { fingerprint: string; files: Record<string, string> }

const MANIFEST = 'models.json'
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

/**
 * Writes the ONNX models into a folder, unless the very same ones are there already. Files appear whole or not at
 * all and the manifest last, so that several processes may prepare the same folder at once.
 */
export async function prepareModels(outDir: string): Promise<'made' | 'present'> {
  const wanted = await fingerprint()
  if (await isPresent(outDir, wanted)) return 'present'
  await mkdir(outDir, { recursive: true })
  const files: Record<string, string> = {}
  for (const [name, convert] of Object.entries(MODELS)) {
    const data = await convert()
    files[name] = sha256(data)
    await writeAtomically(path.join(outDir, name), data)
  }
  const manifest: Manifest = { fingerprint: wanted, files }
  await writeAtomically(path.join(outDir, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  return 'made'
}

async function isPresent(outDir: string, wanted: string): Promise<boolean> {
  const text = await readIfThere(path.join(outDir, MANIFEST))
  if (!text) return false
  const manifest = parseManifest(text.toString('utf8'))
  if (manifest?.fingerprint !== wanted) return false
  const checks = Object.keys(MODELS).map(async (name) => {
    const data = await readIfThere(path.join(outDir, name))
    return data !== null && sha256(data) === manifest.files[name]
  })
  return (await Promise.all(checks)).every(Boolean)
}

/** A manifest that is not JSON was damaged by someone; the models are then simply made again. */
function parseManifest(text: string): Manifest | null {
  try {
    return JSON.parse(text) as Manifest
  } catch {
    return null
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writeAtomically(file: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, data)
    await rename(temporary, file)
  } finally {
    await rm(temporary, { force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const outDir = path.resolve(process.argv[2] ?? 'dist/models')
  const started = performance.now()
  const result = await prepareModels(outDir)
  console.log(`models ${result} in ${outDir} (${Math.round(performance.now() - started)} ms)`)
}
