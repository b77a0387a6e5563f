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
  else if (taps === 2 && isInside(frame, region)) averageFour(frame, region, size, scaling, out)
  else average(frame, region, size, scaling, out, taps)
}

const SHRINKS = 1.25
const MAX_TAPS = 4

/** How many samples a side to average when one target pixel covers `step` source pixels a side. */
const samplesPerAxis = (step: number) => Math.max(2, Math.min(MAX_TAPS, Math.round(step - 0.25)))

/** Frame position of the target's top left corner and the steps for one target pixel to the right. */
function axes({ centerX, centerY, side, angle }: Region, size: number) {
  const stepX = (Math.cos(angle) * side) / size
  const stepY = (Math.sin(angle) * side) / size
  const half = size / 2
  return { stepX, stepY, startX: centerX - half * stepX + half * stepY, startY: centerY - half * stepY - half * stepX }
}

function average(frame: Frame, region: Region, size: number, scaling: Scaling, out: Float32Array, taps: number): void {
  const { data, width, height } = frame
  const { stepX, stepY, startX, startY } = axes(region, size)
  const { offsetX, offsetY } = grid(stepX, stepY, taps)
  const count = taps * taps
  const [offsetR, offsetG, offsetB] = scaling.offset
  const gain = scaling.scale / count
  const plane = size * size
  for (let row = 0, target = 0; row < size; row++) {
    for (let column = 0; column < size; column++, target++) {
      const x = startX + column * stepX - row * stepY
      const y = startY + column * stepY + row * stepX
      let r = 0
      let g = 0
      let b = 0
      for (let tap = 0; tap < count; tap++) {
        const tapX = x + (offsetX[tap] as number)
        const tapY = y + (offsetY[tap] as number)
        if (tapX < 0 || tapY < 0 || tapX >= width || tapY >= height) continue
        const at = ((tapY | 0) * width + (tapX | 0)) * 3
        r += data[at] as number
        g += data[at + 1] as number
        b += data[at + 2] as number
      }
      out[target] = r * gain + offsetR
      out[target + plane] = g * gain + offsetG
      out[target + 2 * plane] = b * gain + offsetB
    }
  }
}

/** Does a whole region lie inside the frame? */
function isInside({ width, height }: Frame, { centerX, centerY, side, angle }: Region): boolean {
  const reach = (side / 2) * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))) + 1
  return centerX > reach && centerY > reach && centerX < width - reach && centerY < height - reach
}

const ONE = 65_536
const fixed = (value: number) => Math.round(value * ONE)

/**
 * `average` with two samples a side, as webcam faces need them, at a third of its cost: nothing lies outside, the four
 * samples stand in the code and positions are whole numbers with 16 bits after the point.
 */
function averageFour(frame: Frame, region: Region, size: number, scaling: Scaling, out: Float32Array): void {
  const { data, width } = frame
  const { stepX, stepY, startX, startY } = axes(region, size)
  const { offsetX, offsetY } = grid(stepX, stepY, 2)
  const [ax = 0, bx = 0, cx = 0, dx = 0] = Array.from(offsetX, fixed)
  const [ay = 0, by = 0, cy = 0, dy = 0] = Array.from(offsetY, fixed)
  const [moveX, moveY] = [fixed(stepX), fixed(stepY)]
  const [offsetR, offsetG, offsetB] = scaling.offset
  const gain = scaling.scale / 4
  const plane = size * size
  const line = width * 3
  for (let row = 0, target = 0; row < size; row++) {
    let x = fixed(startX - row * stepY)
    let y = fixed(startY + row * stepX)
    for (let column = 0; column < size; column++, target++) {
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
}

const at4 = (data: Uint8Array, a: number, b: number, c: number, d: number) =>
  (data[a] as number) + (data[b] as number) + (data[c] as number) + (data[d] as number)

/** Evenly spread sample points inside one target pixel, in frame pixels. */
function grid(stepX: number, stepY: number, taps: number) {
  const offsetX = new Float64Array(taps * taps)
  const offsetY = new Float64Array(taps * taps)
  for (let tap = 0; tap < taps * taps; tap++) {
    const across = ((tap % taps) + 0.5) / taps
    const down = (Math.floor(tap / taps) + 0.5) / taps
    offsetX[tap] = across * stepX - down * stepY
    offsetY[tap] = across * stepY + down * stepX
  }
  return { offsetX, offsetY }
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
