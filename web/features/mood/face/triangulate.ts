import type { Point } from '../api.ts'

type Triangle = readonly [a: number, b: number, c: number]
type Circle = { x: number; y: number; square: number }

/** The circle through three points, or null where they lie on a line. */
function circle([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): Circle | null {
  const double = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
  if (Math.abs(double) < 1e-12) return null
  const [a, b, c] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy]
  const x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / double
  const y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / double
  return { x, y, square: (ax - x) ** 2 + (ay - y) ** 2 }
}

const edgeKey = (a: number, b: number) => (a < b ? `${a},${b}` : `${b},${a}`)

/** The edges that belong to one triangle only: the outline of the hole that they leave. */
function outline(triangles: readonly Triangle[]): [number, number][] {
  const edges = new Map<string, [number, number] | null>()
  for (const [a, b, c] of triangles) {
    const sides: [number, number][] = [
      [a, b],
      [b, c],
      [c, a],
    ]
    for (const [from, to] of sides) {
      const key = edgeKey(from, to)
      edges.set(key, edges.has(key) ? null : [from, to])
    }
  }
  return [...edges.values()].filter((edge) => edge !== null)
}

/**
 * The edges of the Delaunay triangulation of some points (Bowyer and Watson's method), each once: a mesh of even
 * triangles over any face. Points are in parts of the picture; duplicates and points in a line are harmless.
 */
export function meshEdges(points: readonly Point[]): [number, number][] {
  const count = points.length
  const all: Point[] = [...points, [-20, -20], [21, -20], [0.5, 41]]
  let triangles: { corners: Triangle; around: Circle | null }[] = []
  const add = (corners: Triangle) => {
    const [a, b, c] = corners.map((corner) => all[corner])
    if (a && b && c) triangles.push({ corners, around: circle(a, b, c) })
  }
  add([count, count + 1, count + 2])
  for (let index = 0; index < count; index++) {
    const [x, y] = all[index] ?? [0, 0]
    const holds = ({ around }: { around: Circle | null }) =>
      around !== null && (around.x - x) ** 2 + (around.y - y) ** 2 < around.square - 1e-14
    const broken = triangles.filter(holds)
    triangles = triangles.filter((triangle) => !broken.includes(triangle))
    for (const [from, to] of outline(broken.map(({ corners }) => corners))) add([from, to, index])
  }
  const edges = new Map<string, [number, number]>()
  for (const { corners } of triangles) {
    corners.forEach((from, side) => {
      const to = corners[(side + 1) % 3] ?? from
      if (from < count && to < count) edges.set(edgeKey(from, to), [from, to])
    })
  }
  return [...edges.values()]
}
