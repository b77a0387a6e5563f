import type { Point, Reading } from '../api.ts'
import { CONTOURS } from './contours.ts'

type Box = Reading['detection']['box']
export type Drawing = {
  width: number
  height: number
  color: string
  points: readonly Point[]
  edges: readonly (readonly [number, number])[]
  box: Box
}

/** A soft light in the emotion's colour around the face. */
export function glow(context: CanvasRenderingContext2D, { width, height, color, box }: Drawing): void {
  const [x, y] = [(box.x + box.width / 2) * width, (box.y + box.height / 2) * height]
  const radius = Math.max(box.width * width, box.height * height)
  const light = context.createRadialGradient(x, y, radius * 0.35, x, y, radius)
  light.addColorStop(0, `${color}00`)
  light.addColorStop(0.35, `${color}38`)
  light.addColorStop(1, `${color}00`)
  context.globalCompositeOperation = 'screen'
  context.fillStyle = light
  context.fillRect(0, 0, width, height)
  context.globalCompositeOperation = 'source-over'
}

/** The fine net and the lines of the face; `soft` lights the lines, which is too slow for a video. */
export function mesh(context: CanvasRenderingContext2D, drawing: Drawing, soft: boolean): void {
  const { width, height, color, points, edges } = drawing
  const go = (index: number, step: 'moveTo' | 'lineTo') => {
    const point = points[index]
    if (point) context[step](point[0] * width, point[1] * height)
  }
  context.beginPath()
  for (const [from, to] of edges) {
    go(from, 'moveTo')
    go(to, 'lineTo')
  }
  context.strokeStyle = `${color}${soft ? '3d' : '59'}`
  context.lineWidth = 0.6
  context.stroke()
  context.beginPath()
  for (const chain of CONTOURS) for (const [step, index] of chain.entries()) go(index, step === 0 ? 'moveTo' : 'lineTo')
  context.strokeStyle = color
  context.lineWidth = 1.4
  context.lineJoin = 'round'
  context.shadowColor = color
  context.shadowBlur = soft ? 10 : 0
  context.stroke()
  context.shadowBlur = 0
}

/** The four corners of the box, not its whole frame. */
export function corners(
  context: CanvasRenderingContext2D,
  { width, height, box }: Pick<Drawing, 'width' | 'height' | 'box'>,
  color = 'rgb(255 255 255 / 0.9)',
): void {
  const [left, top] = [box.x * width, box.y * height]
  const [right, bottom] = [left + box.width * width, top + box.height * height]
  const arm = Math.min(right - left, bottom - top) * 0.12
  context.beginPath()
  for (const [x, y, dx, dy] of [
    [left, top, arm, arm],
    [right, top, -arm, arm],
    [right, bottom, -arm, -arm],
    [left, bottom, arm, -arm],
  ] as const) {
    context.moveTo(x + dx, y)
    context.arcTo(x, y, x, y + dy, Math.abs(arm) * 0.5)
    context.lineTo(x, y + dy)
  }
  context.strokeStyle = color
  context.lineWidth = 2
  context.lineCap = 'round'
  context.stroke()
}

/** Draws what was found over the picture; all places are in parts of it. */
export function drawFace(context: CanvasRenderingContext2D, drawing: Drawing): void {
  context.clearRect(0, 0, drawing.width, drawing.height)
  glow(context, drawing)
  mesh(context, drawing, true)
  corners(context, drawing)
}
