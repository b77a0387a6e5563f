import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { add, convolution, type Padding, pool, relu } from './layers.ts'
import { transpose } from './layout.ts'
import { createGraph, type Graph, type Value } from './onnx.ts'
import { readWeights, type Weight, type WeightGroup, type Weights } from './weights.ts'

type Attribute = { s?: string; list?: { s?: string[]; i?: string[] } }
type TfNode = { name: string; op: string; input?: string[]; attr?: Record<string, Attribute> }
type GraphModel = { modelTopology: { node: TfNode[] }; weightsManifest: WeightGroup[] }
type Context = { graph: Graph; weights: Weights; value: (name: string) => Value }
type Converter = (node: TfNode, context: Context) => Value

/** Which TF.js output becomes which ONNX output, and the square RGB input's side. */
type GraphModelPlan = { name: string; side: number; outputs: Readonly<Record<string, string>> }

/** Converts a TF.js graph model (`.json` beside its `.bin`) to ONNX. An operator it does not know is an error. */
export async function convertGraphModel(file: string, plan: GraphModelPlan): Promise<Uint8Array> {
  const model = JSON.parse(await readFile(file, 'utf8')) as GraphModel
  const weights = await readWeights(model.weightsManifest, path.dirname(file))
  const nodes = new Map(model.modelTopology.node.map((node) => [node.name, node]))
  const graph = createGraph(plan.name, 'input', [1, 3, plan.side, plan.side])
  const done = new Map<string, Value>()
  const value = (reference: string): Value => {
    const name = reference.replace(/:\d+$/, '')
    const known = done.get(name)
    if (known) return known
    const result = convert(required(nodes.get(name), `node ${name}`), { graph, weights, value })
    done.set(name, result)
    return result
  }
  for (const [from, to] of Object.entries(plan.outputs)) graph.output(value(from), to)
  return graph.encode()
}

const CONVERTERS: Readonly<Record<string, Converter>> = {
  Placeholder: (_node, { graph }) => graph.input,
  Identity: (node, context) => operand(node, 0, context),
  Relu: (node, context) => relu(context.graph, operand(node, 0, context)),
  Sigmoid: (node, context) => sameShape('Sigmoid', node, context),
  AddV2: (node, context) => add(context.graph, operand(node, 0, context), operand(node, 1, context)),
  Prelu: (node, context) => prelu(operand(node, 0, context), weight(node, 1, context), context.graph),
  MaxPool: (node, context) =>
    pool(
      context.graph,
      'MaxPool',
      operand(node, 0, context),
      size(node, 'ksize'),
      size(node, 'strides'),
      padding(node),
    ),
  DepthwiseConv2dNative: (node, context) =>
    convolution(context.graph, operand(node, 0, context), {
      filter: weight(node, 1, context),
      stride: size(node, 'strides'),
      padding: padding(node),
      depthwise: true,
    }),
  _FusedConv2D: fusedConvolution,
  Pad: pad,
  Reshape: reshape,
}

function convert(node: TfNode, context: Context): Value {
  return required(CONVERTERS[node.op], `a conversion of operator ${node.op}`)(node, context)
}

function fusedConvolution(node: TfNode, context: Context): Value {
  const result = convolution(context.graph, operand(node, 0, context), {
    filter: weight(node, 1, context),
    bias: weight(node, 2, context),
    stride: size(node, 'strides'),
    padding: padding(node),
  })
  const [, activation, ...others] = (node.attr?.fused_ops?.list?.s ?? []).map(decodeBase64)
  if (activation === undefined) return result
  if (activation === 'Relu') return relu(context.graph, result)
  if (activation === 'Prelu' && others.length === 0) return prelu(result, weight(node, 3, context), context.graph)
  throw new Error(`fused operator ${activation} of ${node.name} is not supported`)
}

/**
 * TensorFlow keeps one slope a channel as [1, 1, C]; ONNX broadcasts [C, 1, 1]. ONNX' own PRelu takes a branch a cell,
 * so it is written as max(x, slope * x) while slopes are at most 1, else as x + (slope - 1) * min(x, 0): the face mesh
 * takes half the time.
 */
function prelu(input: Value, slope: Weight, graph: Graph): Value {
  const { dims } = input
  const perChannel = (data: Float32Array) => graph.floats(data, [data.length, 1, 1])
  if (slope.data.every((value) => value <= 1)) {
    return graph.node('Max', [input, graph.node('Mul', [input, perChannel(slope.data)], dims)], dims)
  }
  const negative = graph.node('Min', [input, graph.floats(Float32Array.of(0), [])], dims)
  const rest = graph.node('Mul', [negative, perChannel(slope.data.map((value) => value - 1))], dims)
  return graph.node('Add', [input, rest], dims)
}

/** Paddings are rows [before, after] for N, H, W, C; ONNX wants all befores and then all afters, for N, C, H, W. */
function pad(node: TfNode, context: Context): Value {
  const input = operand(node, 0, context)
  const rows = Array.from(transpose(weight(node, 1, context).data, [4, 2], [1, 0]))
  const order = [0, 3, 1, 2]
  const pads = [...order.map((axis) => rows[axis] ?? 0), ...order.map((axis) => rows[axis + 4] ?? 0)]
  const dims = input.dims.map((dim, axis) => dim + (pads[axis] ?? 0) + (pads[axis + 4] ?? 0))
  return context.graph.node('Pad', [input, context.graph.integers(pads)], dims)
}

/** A four-dimensional tensor goes back to NHWC first, because a reshape depends on the order of its cells. */
function reshape(node: TfNode, context: Context): Value {
  const { graph } = context
  const input = operand(node, 0, context)
  const shape = Array.from(weight(node, 1, context).data)
  const total = input.dims.reduce((product, dim) => product * dim, 1)
  const fixed = shape.filter((dim) => dim > 0).reduce((product, dim) => product * dim, 1)
  const dims = shape.map((dim) => (dim > 0 ? dim : total / fixed))
  const [n = 1, c = 1, h = 1, w = 1] = input.dims
  const nhwc = graph.node('Transpose', [input], [n, h, w, c], { perm: [0, 2, 3, 1] })
  return graph.node('Reshape', [nhwc, graph.integers(dims)], dims)
}

function sameShape(op: string, node: TfNode, context: Context): Value {
  const input = operand(node, 0, context)
  return context.graph.node(op, [input], input.dims)
}

function operand(node: TfNode, index: number, context: Context): Value {
  return context.value(required(node.input?.[index], `input ${index} of ${node.name}`))
}

function weight(node: TfNode, index: number, context: Context): Weight {
  const name = required(node.input?.[index], `input ${index} of ${node.name}`)
  return required(context.weights.get(name), `weight ${name}`)
}

const decodeBase64 = (encoded: string) => Buffer.from(encoded, 'base64').toString('latin1')

const padding = (node: TfNode) => decodeBase64(node.attr?.padding?.s ?? '') as Padding

/** The height entry of an NHWC size list; these models only use square windows and steps. */
const size = (node: TfNode, key: string) => Number(required(node.attr?.[key]?.list?.i?.[1], `${key} of ${node.name}`))

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The model lacks ${what}.`)
  return value
}
