import type { Frame } from './decode.ts'

/** A square part of a frame in frame pixels; `angle` (radians, clockwise on screen) turns its horizontal axis. */
export type Region = {
  readonly centerX: number
  readonly centerY: number
  readonly side: number
  readonly angle: number
}

/** How a byte becomes a network input: `byte * scale + offset[channel]`. */
export type Scaling = { readonly scale: number; readonly offset: readonly [number, number, number] }

/**
 * Draws a square region of the frame into a planar `3 x size x size` network input. What lies outside the frame is
 * black. Enlarging interpolates between the four nearest pixels; shrinking averages over the area of the source
 * that one target pixel covers, with at most `MAX_TAPS` squared samples.
 */
export function sample(frame: Frame, region: Region, size: number, scaling: Scaling, out: Float32Array): void {
  const step = region.side / size
  const taps = samplesPerAxis(step)
  if (step <= SHRINKS) interpolate(frame, region, size, scaling, out)
  else average(frame, region, size, scaling, out, taps)
}

const SHRINKS = 1.25
const MAX_TAPS = 4
/** Up to here two samples a side do: on the development photos more change nothing, and webcam faces lie below. */
const TWO_TAPS = 3.5

/** How many samples a side to average when one target pixel covers `step` source pixels a side. */
const samplesPerAxis = (step: number) => (step < TWO_TAPS ? 2 : Math.min(MAX_TAPS, Math.round(step)))

/** Frame position of the target's top left corner and the steps for one target pixel to the right. */
function axes({ centerX, centerY, side, angle }: Region, size: number) {
  const stepX = (Math.cos(angle) * side) / size
  const stepY = (Math.sin(angle) * side) / size
  const half = size / 2
  return { stepX, stepY, startX: centerX - half * stepX + half * stepY, startY: centerY - half * stepY - half * stepX }
}

const ONE = 65_536
/** A position as a whole number with 16 bits after the point: quicker to add up and to cut off. */
const fixed = (value: number) => Math.round(value * ONE) | 0

/** Sample points of a target pixel relative to its corner, and how far they reach. */
type Taps = Readonly<{ x: Int32Array; y: Int32Array; first: number; last: number }>
/** One drawing: whence, whither and how. */
type Drawing = Readonly<{ frame: Frame; taps: Taps; moveX: number; moveY: number; size: number; out: Float32Array }> &
  Readonly<{ gain: number; offset: Scaling['offset'] }>

function average(
  frame: Frame,
  region: Region,
  size: number,
  scaling: Scaling,
  out: Float32Array,
  perAxis: number,
): void {
  const { stepX, stepY, startX, startY } = axes(region, size)
  const taps = grid(stepX, stepY, perAxis)
  const [moveX, moveY] = [fixed(stepX), fixed(stepY)]
  const { offset } = scaling
  const drawing = { frame, taps, moveX, moveY, size, out, gain: scaling.scale / (perAxis * perAxis), offset }
  const inner = perAxis === 2 ? drawInnerFour : drawInner
  for (let row = 0; row < size; row++) {
    const x = fixed(startX - row * stepY)
    const y = fixed(startY + row * stepX)
    const from = Math.max(enter(drawing, x, moveX, frame.width), enter(drawing, y, moveY, frame.height))
    const to = Math.min(leave(drawing, x, moveX, frame.width), leave(drawing, y, moveY, frame.height))
    if (from >= to) {
      drawEdge(drawing, row, x, y, 0, size)
      continue
    }
    if (from > 0) drawEdge(drawing, row, x, y, 0, from)
    inner(drawing, row, x, y, from, to)
    if (to < size) drawEdge(drawing, row, x, y, to, size)
  }
}

/** Where along a row the samples come inside the frame, and where they leave it again, for one axis. */
function enter({ taps, size }: Drawing, start: number, move: number, length: number): number {
  const least = -taps.first - start
  const most = length * ONE - 1 - taps.last - start
  if (move === 0) return least > 0 || most < 0 ? size : 0
  return Math.max(0, Math.ceil(Math.min(least / move, most / move)))
}

function leave({ taps, size }: Drawing, start: number, move: number, length: number): number {
  if (move === 0) return size
  const least = -taps.first - start
  const most = length * ONE - 1 - taps.last - start
  return Math.min(size, Math.floor(Math.max(least / move, most / move)) + 1)
}

/** Columns whose four samples all lie inside: a third of the cost of `drawInner`, and what webcam faces need. */
function drawInnerFour(drawing: Drawing, row: number, startX: number, startY: number, from: number, to: number): void {
  const { frame, taps, size, out, gain } = drawing
  const moveX = drawing.moveX | 0
  const moveY = drawing.moveY | 0
  const { data } = frame
  const { x: tapX, y: tapY } = taps
  // By index: taking a typed array apart walks an iterator, once a row too often.
  const ax = tapX[0] as number
  const ay = tapY[0] as number
  const bx = tapX[1] as number
  const by = tapY[1] as number
  const cx = tapX[2] as number
  const cy = tapY[2] as number
  const dx = tapX[3] as number
  const dy = tapY[3] as number
  const [offsetR, offsetG, offsetB] = drawing.offset
  const plane = size * size
  const line = frame.width * 3
  // `| 0` keeps these whole numbers for the compiler too, which would calculate with floats otherwise.
  let x = (startX + from * moveX) | 0
  let y = (startY + from * moveY) | 0
  for (let target = row * size + from; target < row * size + to; target++) {
    const a = ((y + ay) >> 16) * line + ((x + ax) >> 16) * 3
    const b = ((y + by) >> 16) * line + ((x + bx) >> 16) * 3
    const c = ((y + cy) >> 16) * line + ((x + cx) >> 16) * 3
    const d = ((y + dy) >> 16) * line + ((x + dx) >> 16) * 3
    out[target] = at4(data, a, b, c, d) * gain + offsetR
    out[target + plane] = at4(data, a + 1, b + 1, c + 1, d + 1) * gain + offsetG
    out[target + 2 * plane] = at4(data, a + 2, b + 2, c + 2, d + 2) * gain + offsetB
    x += moveX
    y += moveY
  }
}

const at4 = (data: Uint8Array, a: number, b: number, c: number, d: number) =>
  (data[a] as number) + (data[b] as number) + (data[c] as number) + (data[d] as number)

/** Columns whose samples all lie inside. */
function drawInner(drawing: Drawing, row: number, startX: number, startY: number, from: number, to: number): void {
  const { frame, taps, size, out, gain } = drawing
  const moveX = drawing.moveX | 0
  const moveY = drawing.moveY | 0
  const { data } = frame
  const { x: tapX, y: tapY } = taps
  const [offsetR, offsetG, offsetB] = drawing.offset
  const plane = size * size
  const line = frame.width * 3
  const count = tapX.length
  // `| 0` keeps these whole numbers for the compiler too, which would calculate with floats otherwise.
  let x = (startX + from * moveX) | 0
  let y = (startY + from * moveY) | 0
  for (let target = row * size + from; target < row * size + to; target++) {
    let r = 0
    let g = 0
    let b = 0
    for (let tap = 0; tap < count; tap++) {
      const at = ((y + (tapY[tap] as number)) >> 16) * line + ((x + (tapX[tap] as number)) >> 16) * 3
      r += data[at] as number
      g += data[at + 1] as number
      b += data[at + 2] as number
    }
    out[target] = r * gain + offsetR
    out[target + plane] = g * gain + offsetG
    out[target + 2 * plane] = b * gain + offsetB
    x += moveX
    y += moveY
  }
}

/** Columns at the edge of the frame: samples outside are black. */
function drawEdge(drawing: Drawing, row: number, startX: number, startY: number, from: number, to: number): void {
  const { frame, taps, size, out, gain } = drawing
  const moveX = drawing.moveX | 0
  const moveY = drawing.moveY | 0
  const [offsetR, offsetG, offsetB] = drawing.offset
  const plane = size * size
  for (let column = from, target = row * size + from; column < to; column++, target++) {
    let r = 0
    let g = 0
    let b = 0
    for (let tap = 0; tap < taps.x.length; tap++) {
      const x = (startX + column * moveX + (taps.x[tap] as number)) >> 16
      const y = (startY + column * moveY + (taps.y[tap] as number)) >> 16
      if (x < 0 || y < 0 || x >= frame.width || y >= frame.height) continue
      const at = (y * frame.width + x) * 3
      r += frame.data[at] as number
      g += frame.data[at + 1] as number
      b += frame.data[at + 2] as number
    }
    out[target] = r * gain + offsetR
    out[target + plane] = g * gain + offsetG
    out[target + 2 * plane] = b * gain + offsetB
  }
}

/** Evenly spread sample points inside one target pixel, relative to its corner, and their least and largest part. */
function grid(stepX: number, stepY: number, perAxis: number): Taps {
  const count = perAxis * perAxis
  const taps = { x: new Int32Array(count), y: new Int32Array(count) }
  for (let tap = 0; tap < count; tap++) {
    const across = ((tap % perAxis) + 0.5) / perAxis
    const down = (Math.floor(tap / perAxis) + 0.5) / perAxis
    taps.x[tap] = fixed(across * stepX - down * stepY)
    taps.y[tap] = fixed(across * stepY + down * stepX)
  }
  const parts = [...taps.x, ...taps.y]
  return { ...taps, first: Math.min(0, ...parts), last: Math.max(0, ...parts) }
}

function interpolate(frame: Frame, region: Region, size: number, scaling: Scaling, out: Float32Array): void {
  const { data, width, height } = frame
  const { stepX, stepY, startX, startY } = axes(region, size)
  const plane = size * size
  const [offsetR, offsetG, offsetB] = scaling.offset
  const { scale } = scaling
  for (let row = 0, target = 0; row < size; row++) {
    for (let column = 0; column < size; column++, target++) {
      const x = startX + (column + 0.5) * stepX - (row + 0.5) * stepY - 0.5
      const y = startY + (column + 0.5) * stepY + (row + 0.5) * stepX - 0.5
      if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) {
        out[target] = offsetR
        out[target + plane] = offsetG
        out[target + 2 * plane] = offsetB
        continue
      }
      const left = x <= 0 ? 0 : x | 0
      const top = y <= 0 ? 0 : y | 0
      const right = left + 1 < width ? 3 : 0
      const below = top + 1 < height ? width * 3 : 0
      const fx = x <= 0 ? 0 : x - left
      const fy = y <= 0 ? 0 : y - top
      const at = (top * width + left) * 3
      out[target] = blend(data, at, right, below, fx, fy) * scale + offsetR
      out[target + plane] = blend(data, at + 1, right, below, fx, fy) * scale + offsetG
      out[target + 2 * plane] = blend(data, at + 2, right, below, fx, fy) * scale + offsetB
    }
  }
}

function blend(data: Uint8Array, at: number, right: number, below: number, fx: number, fy: number): number {
  const a = data[at] as number
  const b = data[at + right] as number
  const c = data[at + below] as number
  const d = data[at + right + below] as number
  const upper = a + (b - a) * fx
  return upper + (c + (d - c) * fx - upper) * fy
}
