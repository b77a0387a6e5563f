import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Point } from '../../../web/features/mood/api.ts'
import { CONTOURS } from '../../../web/features/mood/face/contours.ts'
import { meshEdges } from '../../../web/features/mood/face/triangulate.ts'

const cross = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** Whether two edges cross between their ends. */
function crosses([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const [one, two, three, four] = [cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)]
  return one * two < -1e-18 && three * four < -1e-18
}

describe('the mesh over a face', () => {
  it('of a square is its sides and one diagonal', () => {
    const edges = meshEdges([
      [0.1, 0.1],
      [0.9, 0.12],
      [0.88, 0.9],
      [0.1, 0.91],
    ])
    expect(edges).toHaveLength(5)
  })

  it('joins every point, doubles no edge and crosses none', () => {
    const points = fc.uniqueArray(fc.tuple(fc.nat(1000), fc.nat(1000)), {
      minLength: 4,
      maxLength: 24,
      selector: ([x, y]) => `${x},${y}`,
    })
    fc.assert(
      fc.property(points, (found) => {
        // A little out of line, as the points of a face are.
        const places: Point[] = found.map(([x, y], n) => [
          x / 1000 + Math.sin(n * 7) * 1e-5,
          y / 1000 + Math.cos(n * 5) * 1e-5,
        ])
        const edges = meshEdges(places)
        const lines = edges.map(([from, to]): [Point, Point] => [places[from]!, places[to]!])
        expect(new Set(edges.map(([a, b]) => `${Math.min(a, b)},${Math.max(a, b)}`)).size).toBe(edges.length)
        expect(new Set(edges.flat()).size).toBe(places.length)
        expect(lines.some((one, n) => lines.slice(n + 1).some((other) => crosses(one, other)))).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('takes points that lie on each other or in a line, and no points at all', () => {
    expect(meshEdges([])).toEqual([])
    expect(() =>
      meshEdges([
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
    ).not.toThrow()
    expect(() =>
      meshEdges([
        [0, 0],
        [0.5, 0.5],
        [1, 1],
      ]),
    ).not.toThrow()
  })

  it('has contours within the 468 points', () => {
    for (const point of CONTOURS.flat()) expect(point >= 0 && point < 468).toBe(true)
  })
})
