import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Landmarks } from '../../../src/vision/reading.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Folders that a page needs for `FaceLandmarker`; the model is that of `npm run models`. */
export const landmarkerFolders = (model: string) => ({
  '/mediapipe/': path.join(root, 'node_modules/@mediapipe/tasks-vision'),
  '/model/': path.dirname(model),
})

type Answer = { landmarks: number[]; blendshapes: Record<string, number> } | null
export type DeviceReading = { landmarks: Landmarks; blendshapes: Record<string, number> } | null

/** Starts MediaPipe in the page (WASM, CPU) as `landmarker`; what it gives reads the largest face of a photo's address. */
export async function openLandmarker(page: Page, model: string) {
  await page.evaluate(startLandmarker(model, 'IMAGE'))
  await page.evaluate(READ_FACE)
  return async (address: string): Promise<DeviceReading> => {
    const answer = (await page.evaluate(`readFace(${JSON.stringify(address)})`)) as Answer
    return answer && { landmarks: Float32Array.from(answer.landmarks), blendshapes: answer.blendshapes }
  }
}

/** Runs inside the page. */
export const startLandmarker = (model: string, mode: 'IMAGE' | 'VIDEO') => `(async () => {
  const { FaceLandmarker, FilesetResolver } = await import('/mediapipe/vision_bundle.mjs')
  const files = await FilesetResolver.forVisionTasks('/mediapipe/wasm')
  const baseOptions = { modelAssetPath: '/model/${path.basename(model)}', delegate: 'CPU' }
  const options = { baseOptions, runningMode: '${mode}', numFaces: ${mode === 'IMAGE' ? 4 : 1}, outputFaceBlendshapes: true }
  window.landmarker = await FaceLandmarker.createFromOptions(files, options)
})()`

/**
 * Runs inside the page. A face that fills its photo is looked for again with room around it, as the server's
 * pipeline does; a tracker in a page meets that case rarely.
 */
const READ_FACE = `{
  const span = (values) => Math.max(...values) - Math.min(...values)
  const area = (face) => span(face.map(({ x }) => x)) * span(face.map(({ y }) => y))
  const drawBack = (image, zoom) => {
    const canvas = new OffscreenCanvas(Math.round(image.width * zoom), Math.round(image.height * zoom))
    canvas.getContext('2d').drawImage(image, (canvas.width - image.width) / 2, (canvas.height - image.height) / 2)
    return canvas
  }
  window.readFace = async (address) => {
    const image = await createImageBitmap(await (await fetch(address)).blob())
    for (const zoom of [1, 1.5, 2]) {
      const { width, height } = image
      const drawn = drawBack(image, zoom)
      const { faceLandmarks, faceBlendshapes } = landmarker.detect(drawn)
      if (faceLandmarks.length === 0) continue
      const largest = faceLandmarks.reduce((best, face, index) => (area(face) > area(faceLandmarks[best]) ? index : best), 0)
      const landmarks = faceLandmarks[largest].flatMap(({ x, y, z }) => [x * drawn.width, y * drawn.height, z * drawn.width])
      const blendshapes = faceBlendshapes[largest].categories.map(({ categoryName, score }) => [categoryName, score])
      return { landmarks, blendshapes: Object.fromEntries(blendshapes) }
    }
    return null
  }
}`
