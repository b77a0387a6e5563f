import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { analyze } from '../src/vision/analyze.ts'
import { loadModels } from '../src/vision/face/models.ts'
import { createVision } from '../src/vision/pool.ts'
import { prepareModels } from '../tools/prepare-models.ts'
import { type Figure, median } from './figures.ts'

const root = path.resolve(import.meta.dirname, '..')
export const modelsDir = path.join(root, 'node_modules/.cache/animo/models')
const ROUNDS = 200

/**
 * One 640 x 480 JPEG with a face: the whole reading through the worker pool against its unavoidable parts (decoding to
 * pixels and the three networks, each alone). All parts and the whole take turns, so that a busy machine slows all alike.
 */
export async function benchVision(rounds = ROUNDS): Promise<Figure[]> {
  await prepareModels(modelsDir)
  const photo = await webcamPhoto()
  const models = await loadModels(modelsDir)
  // Leaves a real face in the input of each network.
  await analyze(models, photo, () => undefined)
  const vision = createVision({ modelsDir, threads: 1 })
  const started = performance.now()
  await vision.ready()
  const ready = performance.now() - started
  const times = await race(rounds, {
    decode: () => sharp(photo).raw().toBuffer(),
    detector: () => models.detector.run(),
    mesh: () => models.mesh.run(),
    expression: () => models.expression.run(),
    whole: () => vision.analyze(photo.slice()),
  })
  const {
    faces: [face],
  } = await vision.analyze(photo.slice())
  if (!face) throw new Error('The photo of the benchmark lost its face.')
  await vision.close()
  return report(times, ready)
}

type Part = 'decode' | 'detector' | 'mesh' | 'expression'
type Times = Record<Part | 'whole', number[]>

function report(times: Times, ready: number): Figure[] {
  const { decode, detector, mesh, expression, whole } = times
  const raw = whole.map((_, round) =>
    [decode, detector, mesh, expression].reduce((sum, of) => sum + (of[round] ?? 0), 0),
  )
  const ratio = whole.map((time, round) => time / (raw[round] ?? Number.NaN))
  const part = (name: Part) => `${name} ${median(times[name]).toFixed(2)}`
  const note = [part('decode'), part('detector'), part('mesh'), part('expression')].join(', ')
  return [
    { name: 'photo: decoding and models alone', unit: 'ms', samples: raw, note },
    { name: 'photo: whole reading', unit: 'ms', samples: whole, note: '640 x 480 JPEG through the pool, one thread' },
    { name: 'photo: whole against its parts', unit: 'x', samples: ratio, goal: { most: 1.5 } },
    { name: 'face models ready', unit: 'ms', samples: [ready], note: 'thread started, three networks warm' },
  ]
}

/** Times of several pieces of work, run in turn. The first fifth warms up and is not counted. */
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
  return times
}

/** A face at arm's length, cut from a photo of the face-api package. */
export async function webcamPhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const source = await readFile(path.join(root, 'node_modules/@vladmandic/face-api/demo/sample6.jpg'))
  const cut = sharp(source).extract({ left: 1280, top: 150, width: 640, height: 480 })
  return Uint8Array.from(await cut.jpeg({ quality: 90 }).toBuffer())
}
