import type { Page } from 'playwright-core'
import { analyze } from '../../src/vision/analyze.ts'
import type { Models } from '../../src/vision/face/models.ts'
import { createTracker } from '../../src/vision/track/tracker.ts'
import { openPage } from '../../tools/train-faces/extract/browser.ts'
import { landmarkerFolders, startLandmarker } from '../../tools/train-faces/extract/on-device.ts'
import { type Figure, median } from '../figures.ts'
import { makeFrames } from './frames.ts'
import { PEER_FOLDERS, startHuman } from './peers.ts'

/** Works on all frames, one after the other, and answers how many milliseconds one took. */
type Runner = () => Promise<number>

const ROUNDS = 10
const WARM_UP = 2
const goOn = () => undefined
const OURS = 'Animo, tracked'

/**
 * Milliseconds a frame on one thread each, all taking turns on the same frames (a turn is a short video, as a camera
 * sends it), so that a busy machine slows all alike. Everybody begins with the JPEG; the peers also with pictures that
 * are decoded already, which costs them nothing.
 */
export async function benchSpeed(models: Models, model: string): Promise<Figure[]> {
  const frames = await makeFrames()
  const { page, close } = await openPage({ ...PEER_FOLDERS, ...landmarkerFolders(model) })
  await page.evaluate(`window.frames = ${JSON.stringify(frames.map((frame) => Buffer.from(frame).toString('base64')))}`)
  await page.evaluate(PREPARE)
  const runners: Record<string, Runner> = { ...ours(models, frames), ...(await theirs(page, model)) }
  const times = await takeTurns(runners)
  await close()
  return toFigures(times)
}

function ours(models: Models, frames: readonly Uint8Array[]): Record<string, Runner> {
  const tracker = createTracker()
  const each = (work: (frame: Uint8Array) => Promise<unknown>) => async () => {
    const started = performance.now()
    for (const frame of frames) await work(frame)
    return (performance.now() - started) / frames.length
  }
  return {
    [OURS]: each(async (frame) => {
      const { faces, image } = await analyze(models, frame, goOn, tracker.look())
      if (faces.length === 0) throw new Error('Animo lost the face.')
      tracker.update(faces, image)
    }),
    'Animo, whole picture': each((frame) => analyze(models, frame, goOn)),
  }
}

async function theirs(page: Page, model: string): Promise<Record<string, Runner>> {
  const lean = 'iris: { enabled: false }, description: { enabled: false }'
  await page.evaluate(`(async () => {
    window.humanDefault = await ${startHuman('', '')}
    window.humanEvery = await ${startHuman(lean, 'cacheSensitivity: 0')}
    window.humanCached = await ${startHuman(lean, '')}
  })()`)
  await page.evaluate(startLandmarker(model, 'VIDEO'))
  await page.evaluate(TIMED)
  const ask = (name: string, source: 'jpegs' | 'pictures') => () =>
    page.evaluate(`timeFrames(${name}, ${source})`) as Promise<number>
  const both = (name: string, call: string) => ({
    [name]: ask(call, 'jpegs'),
    [`${name}, pictures decoded before`]: ask(call, 'pictures'),
  })
  return {
    ...both('human (WASM), face settings by default', 'askHumanDefault'),
    ...both('human (WASM), emotion only, every frame read', 'askHumanEvery'),
    ...both('human (WASM), emotion only, answers kept between frames', 'askHumanCached'),
    ...both('MediaPipe FaceLandmarker (WASM)', 'askLandmarker'),
  }
}

async function takeTurns(runners: Record<string, Runner>): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(Object.keys(runners).map((name) => [name, []]))
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [name, run] of Object.entries(runners)) {
      const time = await run()
      if (round >= WARM_UP) times.get(name)?.push(time)
    }
  }
  return times
}

function toFigures(times: Map<string, number[]>): Figure[] {
  const ours = median(times.get(OURS) ?? [])
  return [...times].map(([name, samples]) => {
    const note = `${(1000 / median(samples)).toFixed(1)} frames a second; ${(median(samples) / ours).toFixed(1)} x the time of ${OURS}`
    return { name, unit: 'ms', samples, note }
  })
}

/** Runs inside the page: the frames as JPEG and as decoded pictures. */
const PREPARE = `(async () => {
  window.jpegs = await Promise.all(frames.map(async (base64) => (await fetch('data:image/jpeg;base64,' + base64)).blob()))
  window.pictures = await Promise.all(jpegs.map((jpeg) => createImageBitmap(jpeg)))
})()`

/** Runs inside the page. A frame without a face is an error: it would be cheap. */
const TIMED = `
  window.timeFrames = async (ask, frames) => {
    const started = performance.now()
    for (const frame of frames) {
      const picture = frame instanceof Blob ? await createImageBitmap(frame) : frame
      if ((await ask(picture)) < 1) throw new Error('a face was lost')
      if (frame instanceof Blob) picture.close()
    }
    return (performance.now() - started) / frames.length
  }
  window.askHumanDefault = async (picture) => (await humanDefault.detect(picture)).face.length
  window.askHumanEvery = async (picture) => (await humanEvery.detect(picture)).face.length
  window.askHumanCached = async (picture) => (await humanCached.detect(picture)).face.length
  window.askLandmarker = async (picture) => landmarker.detectForVideo(picture, performance.now()).faceLandmarks.length
`
