/** Value of a function at `x`; writes its slope into `slope`. */
export type Smooth = (x: Float64Array, slope: Float64Array) => number
type Step = { moved: Float64Array; bent: Float64Array }

const MEMORY = 10
const CLOSE_ENOUGH = 1e-8

/** The place of the least value near `start`: L-BFGS with halved steps. Deterministic. */
export function minimise(f: Smooth, start: Float64Array, rounds: number): Float64Array {
  let x = start
  let slope = new Float64Array(x.length)
  let value = f(x, slope)
  const steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = towards(slope, steps)
    const next = walk(f, x, value, direction, dot(slope, direction), steps.length > 0 ? 1 : firstStep(slope))
    if (!next) break
    remember(steps, { moved: minus(next.x, x), bent: minus(next.slope, slope) })
    const gain = value - next.value
    ;({ x, slope, value } = next)
    if (gain < CLOSE_ENOUGH * Math.abs(value)) break
  }
  return x
}

const firstStep = (slope: Float64Array) => Math.min(1, 1 / Math.sqrt(dot(slope, slope)))

/** The two-loop recursion: the slope, bent by what the last steps taught about the curvature. */
function towards(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = slope.map((value) => -value)
  const taken = steps.map(() => 0)
  for (let index = steps.length - 1; index >= 0; index--) {
    const { moved, bent } = steps[index] as Step
    taken[index] = dot(moved, direction) / dot(moved, bent)
    addTo(direction, bent, -(taken[index] as number))
  }
  const last = steps.at(-1)
  if (last) {
    const scale = dot(last.moved, last.bent) / dot(last.bent, last.bent)
    for (let index = 0; index < direction.length; index++) direction[index] = (direction[index] as number) * scale
  }
  for (const [index, { moved, bent }] of steps.entries()) {
    addTo(direction, moved, (taken[index] as number) - dot(bent, direction) / dot(moved, bent))
  }
  return direction
}

/** Halves the step until the value falls as far as the slope promises; null when it never does. */
function walk(f: Smooth, x: Float64Array, value: number, direction: Float64Array, descent: number, first: number) {
  if (descent > -1e-14) return null
  for (let step = first; step > 1e-7; step /= 2) {
    const next = x.map((at, index) => at + step * (direction[index] as number))
    const slope = new Float64Array(x.length)
    const reached = f(next, slope)
    if (reached <= value + 1e-4 * step * descent) return { x: next, slope, value: reached }
  }
  return null
}

function remember(steps: Step[], step: Step): void {
  if (dot(step.moved, step.bent) > 1e-12) steps.push(step)
  if (steps.length > MEMORY) steps.shift()
}

function addTo(target: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index++)
    target[index] = (target[index] as number) + factor * (other[index] as number)
}

const minus = (a: Float64Array, b: Float64Array) => a.map((value, index) => value - (b[index] as number))

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number)
  return sum
}
