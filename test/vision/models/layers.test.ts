import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { convolution, pool } from '../../../tools/models/layers.ts'
import { samePadding } from '../../../tools/models/layout.ts'
import { createGraph, type Graph, type Value } from '../../../tools/models/onnx.ts'

/** Repeatable numbers in -1..1. */
const noise = (length: number, seed = 1) =>
  Float32Array.from({ length }, (_, index) => Math.sin((index + 1) * 12.9898 * seed))

async function run(dims: number[], input: Float32Array, build: (graph: Graph) => Value) {
  const graph = createGraph('test', 'input', dims)
  const result = build(graph)
  graph.output(result, 'result')
  const session = await InferenceSession.create(graph.encode())
  const outputs = await session.run({ input: new Tensor('float32', input, dims) })
  expect(outputs.result!.dims).toEqual(result.dims)
  return outputs.result!.data as Float32Array
}

/** The definition of TensorFlow's convolution, NHWC and HWIO, SAME padding; depthwise filters are HWC1. */
function reference(
  x: Float32Array,
  [h, w, c]: number[],
  f: Float32Array,
  [kh, kw, , o]: number[],
  stride: number,
  depthwise: boolean,
) {
  const [oh, ow] = [Math.ceil(h! / stride), Math.ceil(w! / stride)]
  const [top] = samePadding(h!, kh!, stride)
  const [left] = samePadding(w!, kw!, stride)
  const outputs = depthwise ? c! : o!
  const out = new Float32Array(outputs * oh * ow)
  for (let k = 0; k < outputs; k++)
    for (let y = 0; y < oh; y++)
      for (let q = 0; q < ow; q++) {
        let sum = 0
        for (let dy = 0; dy < kh!; dy++)
          for (let dx = 0; dx < kw!; dx++) {
            const [sy, sx] = [y * stride + dy - top, q * stride + dx - left]
            if (sy < 0 || sx < 0 || sy >= h! || sx >= w!) continue
            for (let i = depthwise ? k : 0; i < (depthwise ? k + 1 : c!); i++) {
              const weight = depthwise ? f[(dy * kw! + dx) * c! + i]! : f[((dy * kw! + dx) * c! + i) * o! + k]!
              sum += x[(i * h! + sy) * w! + sx]! * weight
            }
          }
        out[(k * oh + y) * ow + q] = sum
      }
  return out
}

const close = (actual: Float32Array, expected: Float32Array) => {
  expect(actual.length).toBe(expected.length)
  actual.forEach((value, index) => {
    expect(value).toBeCloseTo(expected[index]!, 4)
  })
}

describe('converted layers give what TensorFlow would', () => {
  const input = noise(3 * 7 * 8)

  it.each([1, 2, 3])('convolution with stride %d', async (stride) => {
    const filter = { dims: [3, 3, 3, 4], data: noise(3 * 3 * 3 * 4, 2) }
    const result = await run([1, 3, 7, 8], input, (graph) => convolution(graph, graph.input, { filter, stride }))
    close(result, reference(input, [7, 8, 3], filter.data, filter.dims, stride, false))
  })

  it.each([1, 2])('depthwise convolution with stride %d', async (stride) => {
    const filter = { dims: [3, 3, 3, 1], data: noise(3 * 3 * 3, 3) }
    const options = { filter, stride, depthwise: true }
    const result = await run([1, 3, 7, 8], input, (graph) => convolution(graph, graph.input, options))
    close(result, reference(input, [7, 8, 3], filter.data, filter.dims, stride, true))
  })

  it('bias, valid padding and pooling', async () => {
    const filter = { dims: [1, 1, 1, 1], data: Float32Array.of(2) }
    const bias = { dims: [1], data: Float32Array.of(10) }
    const square = Float32Array.from({ length: 9 }, (_, index) => index)
    const result = await run([1, 1, 3, 3], square, (graph) =>
      pool(graph, 'MaxPool', convolution(graph, graph.input, { filter, bias }), 2, 1, 'VALID'),
    )
    expect(Array.from(result)).toEqual([18, 20, 24, 26])
  })
})
