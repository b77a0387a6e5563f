import path from 'node:path'
import type { Page } from 'playwright-core'
import { toExpression } from '../../src/vision/expression/linear.ts'
import { EXPRESSIONS, type Expression } from '../../src/vision/reading.ts'
import type { Guess } from '../../tools/train-faces/learn/metrics.ts'

const modules = path.resolve(import.meta.dirname, '../../node_modules')

/** Folders the peers need in a page. The WASM files are those of the TensorFlow.js release inside both packages. */
export const PEER_FOLDERS = {
  '/human/': path.join(modules, '@vladmandic/human'),
  '/face-api/': path.join(modules, '@vladmandic/face-api'),
  '/tfjs-wasm/': path.join(modules, '@tensorflow/tfjs-backend-wasm/dist'),
}

/** What a peer says of a photo as it is, and with room around it (black bars) where it found no face without. */
type PeerAnswer = { readonly asIs: Guess; readonly withRoom: Guess }
export type Peer = (address: string) => Promise<PeerAnswer>
type Shares = Record<string, number>
type Found = { shares: Shares; room: number } | null

/** Most faces here fill their photo. Our own readers draw such photos back too, so the peers get the same chance. */
const ROOMS = [1, 2, 3, 4]

/** `@vladmandic/human` as its makers document it for pictures: faces only, no cache between pictures, WASM. */
export async function openHuman(page: Page): Promise<Peer> {
  await page.evaluate(DRAW_BACK)
  await page.evaluate(HUMAN)
  return asker(page, 'askHuman')
}

/** `@vladmandic/face-api` as its makers document it: SSD MobileNet, the best face, its expressions. */
export async function openFaceApi(page: Page): Promise<Peer> {
  await page.evaluate(DRAW_BACK)
  await page.evaluate(FACE_API)
  return asker(page, 'askFaceApi')
}

function asker(page: Page, name: string): Peer {
  return async (address) => {
    const found = (await page.evaluate(`drawnBack(${JSON.stringify(address)}, ${name})`)) as Found
    const guess = found && toGuess(found.shares)
    return { asIs: found?.room === 1 ? guess : null, withRoom: guess }
  }
}

const OTHER_NAMES: Readonly<Record<string, string>> = { fear: 'fearful', disgust: 'disgusted', surprise: 'surprised' }

/** Their words become ours; shares that were not told are 0. */
function toGuess(shares: Shares): Expression {
  const values = EXPRESSIONS.map((name) => shares[name] ?? shares[OTHER_NAMES[name] ?? name] ?? 0)
  return toExpression(values.map((value) => Math.log(value + 1e-9)))
}

/** Starts human on the WASM backend in the page; `face` and `more` are settings of its own. */
export const startHuman = (face: string, more: string) => `(async () => {
  const { Human } = await import('/human/dist/human.esm.js')
  const off = { enabled: false }
  const others = { body: off, hand: off, object: off, gesture: off }
  const places = { backend: 'wasm', wasmPath: '/tfjs-wasm/', modelBasePath: '/human/models/' }
  const human = new Human({ ...places, ...others, face: { enabled: true, ${face} }, ${more} })
  await human.load()
  await human.warmup()
  if (human.tf.getBackend() !== 'wasm') throw new Error('human runs on ' + human.tf.getBackend())
  return human
})()`

/** Runs inside the page: shows a photo to a peer, with more and more room until it answers. */
const DRAW_BACK = `
  window.drawnBack = async (address, ask) => {
    const image = await createImageBitmap(await (await fetch(address)).blob())
    for (const room of ${JSON.stringify(ROOMS)}) {
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(image.width * room)
      canvas.height = Math.round(image.height * room)
      const pen = canvas.getContext('2d')
      pen.fillRect(0, 0, canvas.width, canvas.height)
      pen.drawImage(image, (canvas.width - image.width) / 2, (canvas.height - image.height) / 2)
      const shares = await ask(canvas)
      if (shares) return { shares, room }
    }
    return null
  }
`

const HUMAN = `(async () => {
  const human = await ${startHuman('detector: { maxDetected: 4 }', 'cacheSensitivity: 0')}
  const area = ({ box }) => box[2] * box[3]
  window.askHuman = async (picture) => {
    const { face, error } = await human.detect(picture)
    if (error) throw new Error(error)
    const largest = face.sort((a, b) => area(b) - area(a))[0]
    if (!largest?.emotion?.length) return null
    return Object.fromEntries(largest.emotion.map(({ emotion, score }) => [emotion, score]))
  }
})()`

const FACE_API = `(async () => {
  const faceapi = await import('/face-api/dist/face-api.esm.js')
  faceapi.tf.setWasmPaths('/tfjs-wasm/')
  await faceapi.tf.setBackend('wasm')
  await faceapi.tf.ready()
  if (faceapi.tf.getBackend() !== 'wasm') throw new Error('face-api runs on ' + faceapi.tf.getBackend())
  await faceapi.nets.ssdMobilenetv1.loadFromUri('/face-api/model')
  await faceapi.nets.faceExpressionNet.loadFromUri('/face-api/model')
  window.askFaceApi = async (picture) => {
    const found = await faceapi.detectSingleFace(picture, new faceapi.SsdMobilenetv1Options()).withFaceExpressions()
    return found ? { ...found.expressions } : null
  }
})()`
