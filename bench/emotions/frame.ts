import sharp from 'sharp'
import { analyze } from '../../src/vision/analyze.ts'
import { loadModels } from '../../src/vision/face/models.ts'
import { prepareModels } from '../../tools/prepare-models.ts'
import { type Figure, median, timed } from '../figures.ts'
import type { Server } from '../server.ts'
import { modelsDir } from '../vision.ts'
import { movingFace, openCamera } from './camera.ts'

const ROUNDS = 300
const WARM_UP = 60

/**
 * One tracked frame through the socket against what it cannot do without: decoding to pixels, the mesh and the
 * expression network, each alone. Both sides take turns, one frame at a time.
 */
export async function benchFrame(server: Server): Promise<Figure[]> {
  await prepareModels(modelsDir)
  const models = await loadModels(modelsDir)
  const frames = await movingFace()
  const frame = (round: number) => frames[round % frames.length] as Uint8Array
  // Leaves a real face in the input of each network.
  await analyze(models, frame(0).slice(), () => undefined)
  const camera = await openCamera(server.base)
  const times = { socket: [] as number[], decode: [] as number[], models: [] as number[] }
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const socket = await timed(async () => {
      const { detection } = await camera.read(frame(round), round)
      if (!detection.face_detected) throw new Error('The face of the benchmark was lost.')
    })
    const decode = await timed(() => sharp(frame(round)).raw().toBuffer())
    const raw = await timed(async () => {
      await models.mesh.run()
      await models.expression.run()
    })
    if (round < WARM_UP) continue
    times.socket.push(socket)
    times.decode.push(decode)
    times.models.push(raw)
  }
  camera.close()
  const { socket, decode, models: raw } = times
  const ratio = socket.map((time, round) => time / (2 * ((raw[round] ?? 0) + (decode[round] ?? 0))))
  const strict = socket.map((time, round) => time / (2 * (raw[round] ?? 0) + (decode[round] ?? 0)))
  const note = `networks ${median(raw).toFixed(2)} ms, decoding ${median(decode).toFixed(2)} ms`
  return [
    { name: 'video: a tracked frame through the socket', unit: 'ms', samples: socket, note },
    { name: 'video: against twice (networks and decoding)', unit: 'x', samples: ratio, goal: { most: 1 } },
    { name: 'video: against twice the networks, and decoding', unit: 'x', samples: strict, goal: { most: 1 } },
  ]
}
