/** What TensorFlow and ONNX arrange differently: padding and the order of filter dimensions. */

/**
 * TensorFlow's SAME padding of one axis as [before, after]: the output has ceil(size / stride) cells and an odd
 * pixel of padding goes after.
 */
export function samePadding(size: number, kernel: number, stride: number): [before: number, after: number] {
  const total = Math.max((Math.ceil(size / stride) - 1) * stride + kernel - size, 0)
  const before = Math.floor(total / 2)
  return [before, total - before]
}

/** Copies a dense tensor with its axes in a new order: result axis `i` is source axis `order[i]`. */
export function transpose(data: Float32Array, dims: readonly number[], order: readonly number[]): Float32Array {
  const strides = dims.map((_, axis) => dims.slice(axis + 1).reduce((product, dim) => product * dim, 1))
  const outDims = order.map((axis) => dims[axis] ?? 1)
  const outStrides = order.map((axis) => strides[axis] ?? 1)
  const out = new Float32Array(data.length)
  const index = outDims.map(() => 0)
  for (let target = 0, source = 0; target < out.length; target++) {
    out[target] = data[source] ?? 0
    source += advance(index, outDims, outStrides)
  }
  return out
}

/** Steps a multi-index to the next cell in row-major order and returns how far the source offset moves. */
function advance(index: number[], dims: readonly number[], strides: readonly number[]): number {
  let delta = 0
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    const dim = dims[axis] ?? 1
    const stride = strides[axis] ?? 1
    const position = (index[axis] ?? 0) + 1
    delta += stride
    if (position < dim) {
      index[axis] = position
      return delta
    }
    index[axis] = 0
    delta -= dim * stride
  }
  return delta
}
