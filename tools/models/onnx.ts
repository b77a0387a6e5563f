import { bytes, concat, float, int, message, text } from './protobuf.ts'

/** A tensor flowing through the graph: its name and its dimensions (NCHW while it has four). */
export type Value = { readonly name: string; readonly dims: readonly number[] }
type Attributes = Readonly<Record<string, number | readonly number[] | { readonly float: number }>>
export type Graph = ReturnType<typeof createGraph>

// Numbers are the field and enum numbers of onnx.proto3.
const FLOAT = 1
const INT64 = 7
const IR_VERSION = 7
const OPSET = 13

/** Collects nodes and constants in execution order and writes them as an ONNX ModelProto (opset 13). */
export function createGraph(name: string, inputName: string, inputDims: readonly number[]) {
  const parts: Uint8Array[] = [text(2, name), message(11, ...valueInfo(inputName, inputDims))]
  let count = 0

  const constant = (dims: readonly number[], type: number, raw: ArrayBufferView): Value => {
    const value = { name: `v${count++}`, dims }
    parts.push(tensor(value, type, new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength)))
    return value
  }

  return {
    input: { name: inputName, dims: inputDims } as Value,

    floats: (data: Float32Array, dims: readonly number[]) => constant(dims, FLOAT, data),

    integers: (data: readonly number[]) => constant([data.length], INT64, BigInt64Array.from(data.map(BigInt))),

    node(op: string, inputs: readonly Value[], dims: readonly number[], attributes: Attributes = {}): Value {
      const value = { name: `v${count++}`, dims }
      parts.push(node(op, inputs, value.name, attributes))
      return value
    },

    output(value: Value, outputName: string): void {
      parts.push(node('Identity', [value], outputName, {}), message(12, ...valueInfo(outputName, value.dims)))
    },

    encode(): Uint8Array {
      const opset = message(8, text(1, ''), int(2, OPSET))
      return concat([int(1, IR_VERSION), text(2, 'animo'), message(7, ...parts), opset])
    },
  }
}

function node(op: string, inputs: readonly Value[], output: string, attributes: Attributes): Uint8Array {
  const settings = Object.entries(attributes).map(([key, value]) => attribute(key, value))
  return message(1, ...inputs.map((input) => text(1, input.name)), text(2, output), text(4, op), ...settings)
}

function tensor(value: Value, type: number, raw: Uint8Array): Uint8Array {
  return message(5, ...value.dims.map((dim) => int(1, dim)), int(2, type), text(8, value.name), bytes(9, raw))
}

function valueInfo(name: string, dims: readonly number[]): Uint8Array[] {
  const shape = message(2, ...dims.map((dim) => message(1, int(1, dim))))
  return [text(1, name), message(2, message(1, int(1, FLOAT), shape))]
}

function attribute(name: string, value: Attributes[string]): Uint8Array {
  if (typeof value === 'number') return message(5, text(1, name), int(3, value), int(20, 2))
  if ('float' in value) return message(5, text(1, name), float(2, value.float), int(20, 1))
  return message(5, text(1, name), ...value.map((item) => int(8, item)), int(20, 7))
}
