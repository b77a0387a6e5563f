import { FaceLandmarker } from '@mediapipe/tasks-vision'
import factoryUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?url'
import wasmUrl from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?url'
import type { MeshFrame } from '../live/wire/encode.ts'

const MOST_FACES = 4
type Delegate = 'GPU' | 'CPU'

/** A graphics card that is only software is slower at this than plain WebAssembly. */
function hasGraphicsCard(): boolean {
  const gl = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return false
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : ''
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return !/swiftshader|llvmpipe|software|basic render/i.test(name)
}

type Loader = { ModuleFactory?: unknown; Module?: unknown }

/**
 * MediaPipe takes its runtime from a global that it empties after each use. Handing it over ourselves works the same in
 * a page and in a module worker, where its own way of loading scripts does not.
 */
async function prepareRuntime(): Promise<void> {
  const runtime = (await import(/* @vite-ignore */ factoryUrl)) as { default: unknown }
  const loader = globalThis as unknown as Loader
  loader.ModuleFactory = runtime.default
  // The runtime tells its story on the error console; only what fails is thrown.
  loader.Module = { print: () => undefined, printErr: () => undefined }
}

async function make(model: Uint8Array, delegate: Delegate): Promise<FaceLandmarker> {
  await prepareRuntime()
  return FaceLandmarker.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: wasmUrl },
    {
      baseOptions: { modelAssetBuffer: model, delegate },
      runningMode: 'VIDEO',
      numFaces: MOST_FACES,
      outputFaceBlendshapes: true,
    },
  )
}

async function fetchModel(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the face model answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

function found(landmarker: FaceLandmarker, picture: ImageBitmap, timestamp: number): MeshFrame {
  const { faceLandmarks, faceBlendshapes } = landmarker.detectForVideo(picture, timestamp)
  const faces = faceLandmarks.map((points, index) => ({
    landmarks: points.map(({ x, y, z }) => [x, y, z]),
    blendshapes: Object.fromEntries(
      (faceBlendshapes[index]?.categories ?? []).map(({ categoryName, score }) => [categoryName, score]),
    ),
  }))
  return { width: picture.width, height: picture.height, faces }
}

/** Finds faces with MediaPipe in whatever thread it is made; on the graphics card where that works. */
export class Landmarker {
  readonly #model: Uint8Array
  #inner: FaceLandmarker
  #delegate: Delegate

  private constructor(model: Uint8Array, inner: FaceLandmarker, delegate: Delegate) {
    this.#model = model
    this.#inner = inner
    this.#delegate = delegate
  }

  static async load(modelUrl: string): Promise<Landmarker> {
    const model = await fetchModel(modelUrl)
    if (!hasGraphicsCard()) return new Landmarker(model, await make(model, 'CPU'), 'CPU')
    try {
      return new Landmarker(model, await make(model, 'GPU'), 'GPU')
    } catch {
      // A driver that refuses; the processor can do it too.
      return new Landmarker(model, await make(model, 'CPU'), 'CPU')
    }
  }

  /** The picture is closed afterwards. Timestamps are in milliseconds and must grow. */
  async detect(picture: ImageBitmap, timestamp: number): Promise<MeshFrame> {
    try {
      return found(this.#inner, picture, timestamp)
    } catch (error) {
      if (this.#delegate === 'CPU') throw error
      this.#inner.close()
      this.#delegate = 'CPU'
      this.#inner = await make(this.#model, 'CPU')
      return found(this.#inner, picture, timestamp)
    } finally {
      picture.close()
    }
  }

  close(): void {
    this.#inner.close()
  }
}
