import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { add, convolution, pool, relu } from './layers.ts'
import { createGraph, type Graph, type Value } from './onnx.ts'
import { readWeights, type Weight, type WeightGroup, type Weights } from './weights.ts'

/** Reads a tensor of the network by its name in the weight file. */
type Lookup = (name: string) => Weight

/**
 * The expression network of face-api as ONNX. Its package holds weights only, so the layers are written out here:
 * four dense blocks, an average over 7x7, one fully connected layer and a softmax over seven classes.
 */
export async function convertExpressionModel(manifestFile: string): Promise<Uint8Array> {
  const groups = JSON.parse(await readFile(manifestFile, 'utf8')) as WeightGroup[]
  const weight = lookup(await readWeights(groups, path.dirname(manifestFile)))
  const graph = createGraph('expression', 'input', [1, 3, 112, 112])
  let x = graph.input
  for (let block = 0; block < 4; block++) x = denseBlock(graph, x, weight, `dense${block}`, block === 0)
  graph.output(classify(graph, pool(graph, 'AveragePool', x, 7, 2, 'VALID'), weight), 'probabilities')
  return graph.encode()
}

/** Every layer of a block adds to a running sum, and reads the sum of all before it. */
function denseBlock(graph: Graph, input: Value, weight: Lookup, name: string, first: boolean): Value {
  const entry = first
    ? plain(graph, input, weight, `${name}/conv0`)
    : separable(graph, input, weight, `${name}/conv0`, 2)
  let sum = relu(graph, entry)
  for (const layer of ['conv1', 'conv2', 'conv3']) {
    const activated = layer === 'conv1' ? sum : relu(graph, sum)
    sum = add(graph, sum, separable(graph, activated, weight, `${name}/${layer}`, 1))
  }
  return relu(graph, sum)
}

function plain(graph: Graph, input: Value, weight: Lookup, name: string): Value {
  return convolution(graph, input, { filter: weight(`${name}/filters`), bias: weight(`${name}/bias`), stride: 2 })
}

function separable(graph: Graph, input: Value, weight: Lookup, name: string, stride: number): Value {
  const spread = convolution(graph, input, { filter: weight(`${name}/depthwise_filter`), stride, depthwise: true })
  return convolution(graph, spread, { filter: weight(`${name}/pointwise_filter`), bias: weight(`${name}/bias`) })
}

function classify(graph: Graph, pooled: Value, weight: Lookup): Value {
  const { dims, data } = weight('fc/weights')
  const bias = weight('fc/bias').data
  const flat = graph.node('Flatten', [pooled], [1, dims[0] ?? 1], { axis: 1 })
  const operands = [flat, graph.floats(data, dims), graph.floats(bias, [bias.length])]
  return graph.node('Softmax', [graph.node('Gemm', operands, [1, bias.length])], [1, bias.length], { axis: 1 })
}

function lookup(weights: Weights): Lookup {
  return (name) => {
    const weight = weights.get(name)
    if (!weight) throw new Error(`The expression model lacks weight ${name}.`)
    return weight
  }
}
