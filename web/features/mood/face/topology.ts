import type { Point } from '../api.ts'
import { meshEdges } from './triangulate.ts'

/** The mesh proper; what MediaPipe adds behind it are the irises. */
const MESH_POINTS = 468
/** A face from the front gives the most even net; a clearly straighter one later replaces it. */
const STRAIGHTER_DEGREES = 8

type Edges = readonly (readonly [number, number])[]

/**
 * Which points of a face are joined. Every face has the same points, so the net is made once, of the straightest face
 * so far, and then follows each face as it moves.
 */
export function createTopology() {
  let edges: Edges = []
  let yaw = Number.POSITIVE_INFINITY
  return (points: readonly Point[], turned: number): Edges => {
    const off = Math.abs(turned)
    if (points.length >= MESH_POINTS && off < yaw - STRAIGHTER_DEGREES) {
      edges = meshEdges(points.slice(0, MESH_POINTS))
      yaw = off
    }
    return edges
  }
}
