import path from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'

export type Outputs = Readonly<Record<string, Float32Array>>

/** One loaded network with its own input buffer (planar `3 x side x side`), reused for every picture. */
export type Model = {
  readonly side: number
  readonly input: Float32Array
  run(): Promise<Outputs>
}

export type Models = { readonly detector: Model; readonly mesh: Model; readonly expression: Model }

/** Loads and warms the three networks of `tools/prepare-models.ts`. Rejects when a file is missing or damaged. */
export async function loadModels(dir: string): Promise<Models> {
  const [detector, mesh, expression] = await Promise.all([
    load(path.join(dir, 'blazeface.onnx'), 256),
    load(path.join(dir, 'facemesh.onnx'), 192),
    load(path.join(dir, 'expression.onnx'), 112),
  ])
  return { detector, mesh, expression }
}

async function load(file: string, side: number): Promise<Model> {
  const session = await InferenceSession.create(file, {
    // One thread a picture: pictures run side by side instead, and the rest of the server keeps its share.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
  })
  const input = new Float32Array(3 * side * side)
  const feeds = { input: new Tensor('float32', input, [1, 3, side, side]) }
  const run = async () => {
    const results = await session.run(feeds)
    return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]))
  }
  await run()
  return { side, input, run }
}
