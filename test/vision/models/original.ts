import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { types } from 'node:util'

/**
 * The original networks, run by the TensorFlow.js that face-api bundles: what the converted ones must agree with.
 * The bundle is made for browsers and takes its text coder from an empty stub of `util` under Node; the
 * prototype lends it one while it loads.
 */
const packages = path.resolve(import.meta.dirname, '../../../node_modules/@vladmandic')

type Tensor = { dataSync(): Float32Array; shape: number[] }
type Tf = {
  setBackend(name: string): Promise<boolean>
  env(): { setPlatform(name: string, platform: object): void }
  tensor(data: Float32Array, dims: number[]): Tensor
  loadGraphModel(handler: {
    load(): Promise<object>
  }): Promise<{ execute(inputs: object, outputs: string[]): Tensor[] }>
  io: { decodeWeights(data: ArrayBuffer, specs: object[]): object }
}
type Net = { loadFromWeightMap(weights: object): void; forwardInput(input: object): Tensor }
type FaceApi = { tf: Tf; FaceExpressionNet: new () => Net; NetInput: new (inputs: Tensor[]) => object }

async function load(): Promise<FaceApi> {
  const lent = ['TextEncoder', 'TextDecoder'] as const
  for (const name of lent)
    Object.defineProperty(Object.prototype, name, { value: globalThis[name], configurable: true })
  const file = path.join(packages, 'face-api/dist/face-api.esm.js')
  const api = (await import(/* @vite-ignore */ file)) as FaceApi
  for (const name of lent) Reflect.deleteProperty(Object.prototype, name)
  const coder = {
    encode: (text: string) => new TextEncoder().encode(text),
    decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
  }
  api.tf.env().setPlatform('node', { ...coder, fetch, now: () => performance.now(), isTypedArray: types.isTypedArray })
  await api.tf.setBackend('cpu')
  return api
}

const exact = (data: Buffer) => data.buffer.slice(data.byteOffset, data.byteOffset + data.length) as ArrayBuffer

export async function loadOriginals() {
  const { tf, FaceExpressionNet, NetInput } = await load()
  return {
    /** A graph model of the human package on an NHWC input. */
    async graph(
      name: string,
      input: string,
      data: Float32Array,
      side: number,
      outputs: string[],
    ): Promise<Float32Array[]> {
      const json = JSON.parse(await readFile(path.join(packages, `human/models/${name}.json`), 'utf8'))
      const weightData = exact(await readFile(path.join(packages, `human/models/${name}.bin`)))
      const { modelTopology, weightsManifest } = json
      const artifacts = { modelTopology, weightSpecs: weightsManifest[0].weights, weightData }
      const model = await tf.loadGraphModel({ load: async () => artifacts })
      const results = model.execute({ [input]: tf.tensor(data, [1, side, side, 3]) }, outputs)
      return results.map((tensor) => tensor.dataSync())
    },

    /** The expression network on a 112 x 112 picture, NHWC, 0..255. */
    async expression(data: Float32Array): Promise<Float32Array> {
      const base = path.join(packages, 'face-api/model/face_expression_model')
      const manifest = JSON.parse(await readFile(`${base}-weights_manifest.json`, 'utf8'))
      const net = new FaceExpressionNet()
      net.loadFromWeightMap(tf.io.decodeWeights(exact(await readFile(`${base}.bin`)), manifest[0].weights))
      return net.forwardInput(new NetInput([tf.tensor(data, [112, 112, 3])])).dataSync()
    },
  }
}
