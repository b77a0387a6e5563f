import type { Point } from '../../api.ts'
import { COLORS } from '../../emotions.ts'
import { corners, type Drawing, glow, mesh } from '../../face/draw.ts'
import type { LiveState } from '../state/store.ts'
import type { Box, LiveFace } from '../wire/messages.ts'

type Size = { width: number; height: number }
type EdgesOf = (points: readonly Point[], yaw: number) => Drawing['edges']

const middle = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2]

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** The face that a mesh belongs to: the one whose middle is nearest. */
export function faceOf(box: Box, faces: readonly LiveFace[]): LiveFace | null {
  const [x, y] = middle(box)
  const away = (face: LiveFace) => {
    const [faceX, faceY] = middle(face.box)
    return Math.hypot(faceX - x, faceY - y)
  }
  return faces.reduce<LiveFace | null>((best, face) => (best === null || away(face) < away(best) ? face : best), null)
}

/** Draws light and net of each face in the colour of its emotion; frames where there are several. */
export function drawLive(
  context: CanvasRenderingContext2D,
  size: Size,
  { meshes, result }: Pick<LiveState, 'meshes' | 'result'>,
  options: { net: boolean; edgesOf: EdgesOf },
): void {
  context.clearRect(0, 0, size.width, size.height)
  const faces = result?.faces ?? []
  // The word beside the video is about the primary face; a correction by the person shows here too.
  const said = result?.detection.clase_detallada
  const colorOf = (face: LiveFace | null) =>
    COLORS[(face?.primary !== false ? said : null) ?? face?.clase_detallada ?? 'neutral']
  for (const points of meshes) {
    const box = boxOf(points)
    const edges = options.edgesOf(points, result?.quality?.yaw ?? 0)
    const drawing = { ...size, color: colorOf(faceOf(box, faces)), points, edges, box }
    glow(context, drawing)
    if (options.net) mesh(context, drawing, false)
  }
  if (faces.length > 1) for (const face of faces) corners(context, { ...size, box: face.box }, colorOf(face))
}
