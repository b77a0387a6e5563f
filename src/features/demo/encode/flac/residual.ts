import type { BitWriter } from './bit-writer.ts'

const MAX_ORDER = 4
const MAX_RICE = 14
const MAX_PARTITION_ORDER = 5

/**
 * The order (0-4) of the fixed polynomial predictor that leaves least behind, judged by the sum of magnitudes: each
 * order's residual is the difference of the one before.
 */
export function bestFixed(samples: Int32Array): { order: number; cost: number } {
  const sums = new Float64Array(MAX_ORDER + 1)
  let [last0, last1, last2, last3] = [0, 0, 0, 0]
  for (let i = 0; i < samples.length; i++) {
    const d0 = samples[i] ?? 0
    const d1 = d0 - last0
    const d2 = d1 - last1
    const d3 = d2 - last2
    const d4 = d3 - last3
    last0 = d0
    last1 = d1
    last2 = d2
    last3 = d3
    // The first samples are stored as they are and differ by order: they must not tip the scale.
    if (i < MAX_ORDER) continue
    sums[0] = (sums[0] ?? 0) + Math.abs(d0)
    sums[1] = (sums[1] ?? 0) + Math.abs(d1)
    sums[2] = (sums[2] ?? 0) + Math.abs(d2)
    sums[3] = (sums[3] ?? 0) + Math.abs(d3)
    sums[4] = (sums[4] ?? 0) + Math.abs(d4)
  }
  const order = samples.length <= MAX_ORDER ? 0 : sums.indexOf(sums.reduce((a, b) => Math.min(a, b)))
  return { order, cost: sums[order] ?? 0 }
}

/** What the predictor leaves behind; the first `order` values stay samples. */
export function residualOf(samples: Int32Array, order: number): Int32Array {
  const residual = new Int32Array(samples)
  for (let pass = 1; pass <= order; pass++) {
    for (let i = residual.length - 1; i >= pass; i--) residual[i] = (residual[i] ?? 0) - (residual[i - 1] ?? 0)
  }
  return residual
}

/** Writes a residual as Rice partitions, at the partition order that is estimated cheapest. */
export function writeResidual(out: BitWriter, residual: Int32Array, size: number, order: number): void {
  const { partitionOrder, parameters } = choosePartitions(residual, size, order)
  out.write(0, 2)
  out.write(partitionOrder, 4)
  const length = size >> partitionOrder
  for (const [index, parameter] of parameters.entries()) {
    out.write(parameter, 4)
    const end = (index + 1) * length
    for (let i = index === 0 ? order : index * length; i < end; i++) {
      const value = residual[i] ?? 0
      out.rice((value << 1) ^ (value >> 31), parameter)
    }
  }
}

function choosePartitions(residual: Int32Array, size: number, order: number) {
  let partitionOrder = 0
  while (partitionOrder < MAX_PARTITION_ORDER && canSplit(size, partitionOrder + 1, order)) partitionOrder++
  let sums = partitionSums(residual, size >> partitionOrder, order)
  let best = planPartitions(sums, size, order)
  for (; partitionOrder > 0; partitionOrder--) {
    sums = Array.from({ length: sums.length / 2 }, (_, i) => (sums[2 * i] ?? 0) + (sums[2 * i + 1] ?? 0))
    const plan = planPartitions(sums, size, order)
    if (plan.bits <= best.bits) best = plan
  }
  return { partitionOrder: Math.log2(best.parameters.length), parameters: best.parameters }
}

const canSplit = (size: number, partitionOrder: number, order: number) =>
  size % (1 << partitionOrder) === 0 && size >> partitionOrder > order

function partitionSums(residual: Int32Array, length: number, order: number): number[] {
  const sums: number[] = []
  for (let start = 0; start < residual.length; start += length) {
    let sum = 0
    for (let i = Math.max(start, order); i < start + length; i++) sum += Math.abs(residual[i] ?? 0)
    sums.push(2 * sum)
  }
  return sums
}

function planPartitions(sums: readonly number[], size: number, order: number) {
  const parameters: number[] = []
  let bits = 0
  for (const [index, sum] of sums.entries()) {
    const count = size / sums.length - (index === 0 ? order : 0)
    const parameter = riceParameter(sum, count)
    parameters.push(parameter)
    bits += 4 + count * (parameter + 1) + sum / 2 ** parameter
  }
  return { parameters, bits }
}

/** The parameter whose code is about as long as the mean value needs. */
function riceParameter(sum: number, count: number): number {
  let parameter = 0
  while (parameter < MAX_RICE && count * 2 ** (parameter + 1) < sum) parameter++
  return parameter
}
