import { samePadding, transpose } from './layout.ts'
import type { Graph, Value } from './onnx.ts'
import type { Weight } from './weights.ts'

export type Padding = 'SAME' | 'VALID'
type Convolution = { filter: Weight; bias?: Weight; stride?: number; padding?: Padding; depthwise?: boolean }

/**
 * A convolution with a TensorFlow filter: HWIO becomes OIHW; the depthwise HWC1 becomes C1HW with one group a
 * channel. Padding is written out because it depends on the input size.
 */
export function convolution(graph: Graph, input: Value, options: Convolution): Value {
  const { filter, bias, stride = 1, padding = 'SAME', depthwise = false } = options
  const [kernelH = 1, kernelW = 1, inputs = 1, outputs = 1] = filter.dims
  const order = depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]
  const dims = order.map((axis) => filter.dims[axis] ?? 1)
  const channels = depthwise ? inputs * outputs : outputs
  const window = slide(input, [kernelH, kernelW], stride, padding)
  const operands = [input, graph.floats(transpose(filter.data, filter.dims, order), dims)]
  if (bias) operands.push(graph.floats(bias.data, [channels]))
  return graph.node('Conv', operands, [1, channels, window.height, window.width], {
    kernel_shape: [kernelH, kernelW],
    strides: [stride, stride],
    pads: window.pads,
    group: depthwise ? inputs : 1,
  })
}

/** MaxPool or AveragePool with a square window. */
export function pool(
  graph: Graph,
  op: 'MaxPool' | 'AveragePool',
  input: Value,
  kernel: number,
  stride: number,
  padding: Padding,
): Value {
  const window = slide(input, [kernel, kernel], stride, padding)
  return graph.node(op, [input], [1, input.dims[1] ?? 1, window.height, window.width], {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: window.pads,
  })
}

export const relu = (graph: Graph, input: Value) => graph.node('Relu', [input], input.dims)

export const add = (graph: Graph, left: Value, right: Value) => graph.node('Add', [left, right], left.dims)

/** Size of the result of a sliding window and its ONNX pads [top, left, bottom, right]. */
function slide(input: Value, [kernelH, kernelW]: readonly [number, number], stride: number, padding: Padding) {
  const [, , height = 1, width = 1] = input.dims
  const [top, bottom] = padding === 'SAME' ? samePadding(height, kernelH, stride) : [0, 0]
  const [left, right] = padding === 'SAME' ? samePadding(width, kernelW, stride) : [0, 0]
  return {
    height: Math.floor((height + top + bottom - kernelH) / stride) + 1,
    width: Math.floor((width + left + right - kernelW) / stride) + 1,
    pads: [top, left, bottom, right],
  }
}
