import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { analyze } from '../src/vision/analyze.ts'
import { loadModels } from '../src/vision/face/models.ts'
import { createVision } from '../src/vision/pool.ts'
import { prepareModels } from '../tools/prepare-models.ts'

type Figure = { name: string; unit: string; value: number; note: string }

const root = path.resolve(import.meta.dirname, '..')
const ROUNDS = 200

/**
 * One 640 x 480 JPEG with a face: the whole reading through the worker pool against its unavoidable parts (decoding to
 * pixels and the three networks, each alone). All parts and the whole take turns, so that a busy machine slows all alike.
 */
export async function benchVision(rounds = ROUNDS): Promise<Figure[]> {
  const modelsDir = path.join(root, 'node_modules/.cache/animo/models')
  await prepareModels(modelsDir)
  const photo = await webcamPhoto()
  const models = await loadModels(modelsDir)
  // Leaves a real face in the input of each network.
  await analyze(models, photo, () => undefined)
  const vision = createVision({ modelsDir, threads: 1 })
  const started = performance.now()
  await vision.ready()
  const ready = performance.now() - started
  const medians = await race(rounds, {
    decode: () => sharp(photo).raw().toBuffer(),
    detector: () => models.detector.run(),
    mesh: () => models.mesh.run(),
    expression: () => models.expression.run(),
    whole: () => vision.analyze(photo.slice()),
  })
  const { face } = await vision.analyze(photo.slice())
  if (!face) throw new Error('The photo of the benchmark lost its face.')
  await vision.close()
  return report(medians, ready)
}

type Medians = Record<'decode' | 'detector' | 'mesh' | 'expression' | 'whole', number>

function report({ decode, detector, mesh, expression, whole }: Medians, ready: number): Figure[] {
  const raw = decode + detector + mesh + expression
  const parts = `decode ${decode.toFixed(2)}, detector ${detector.toFixed(2)}, mesh ${mesh.toFixed(2)}, expression ${expression.toFixed(2)}`
  return [
    { name: 'one photo: decoding and models alone', unit: 'ms', value: raw, note: parts },
    { name: 'one photo: whole reading', unit: 'ms', value: whole, note: '640 x 480 JPEG through the pool, one thread' },
    { name: 'one photo: whole / parts', unit: 'x', value: whole / raw, note: 'goal: at most 1.5' },
    { name: 'models ready', unit: 'ms', value: ready, note: 'thread started, three networks loaded and warm' },
  ]
}

/** The medians of several pieces of work, run in turn. The first fifth warms up and is not counted. */
async function race<Name extends string>(rounds: number, work: Record<Name, () => Promise<unknown>>) {
  const names = Object.keys(work) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < rounds * 1.25; round++) {
    for (const name of names) {
      const started = performance.now()
      await work[name]()
      if (round >= rounds / 4) times[name].push(performance.now() - started)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}

/** A face at arm's length, cut from a photo of the face-api package. */
async function webcamPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const source = await readFile(path.join(root, 'node_modules/@vladmandic/face-api/demo/sample6.jpg'))
  const cut = sharp(source).extract({ left: 1280, top: 150, width: 640, height: 480 })
  return Uint8Array.from(await cut.jpeg({ quality: 90 }).toBuffer())
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { name, value, unit, note } of await benchVision())
    console.log(`${name}: ${value.toFixed(2)} ${unit} (${note})`)
}
