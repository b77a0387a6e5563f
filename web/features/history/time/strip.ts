import type { Streak as Told } from '../../../lib/api/emotions.ts'
import { type Found, isFound } from '../../mood/emotions.ts'

/** A newer server may know words that this page does not. */
export type Streak = Omit<Told, 'clase' | 'clase_detallada'> & { clase_detallada: string }

/** A stretch of the strip with one colour; times are in milliseconds. */
export type Segment = { found: Found; from: number; to: number; readings: number }
export type Strip = { from: number; to: number; segments: Segment[] }

const MINUTE = 60_000
/** Widths between two times under a strip, in minutes; the first that needs few enough of them is taken. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360].map((minutes) => minutes * MINUTE)
const MOST_TICKS = 8
/** Finer than a finger or an eye can tell apart on a strip. */
const PIECES = 240

const stepOf = (from: number, to: number) =>
  STEPS.find((step) => (to - from) / step <= MOST_TICKS) ?? STEPS.at(-1) ?? MINUTE

type Piece = Map<Found, { ms: number; readings: number }>

function add(pieces: Piece[], streak: Streak, found: Found, from: number, wide: number): void {
  const [start, end] = [Date.parse(streak.started_at), Date.parse(streak.ended_at)]
  const [first, last] = [start, end].map((at) =>
    Math.max(0, Math.min(pieces.length - 1, Math.floor((at - from) / wide))),
  )
  const across = (last ?? 0) - (first ?? 0) + 1
  for (let index = first ?? 0; index <= (last ?? -1); index++) {
    const piece = pieces[index]
    const sum = piece?.get(found) ?? { ms: 0, readings: 0 }
    const left = from + index * wide
    const ms = Math.max(1, Math.min(end, left + wide) - Math.max(start, left))
    piece?.set(found, { ms: sum.ms + ms, readings: sum.readings + streak.count / across })
  }
}

function segmentsOf(pieces: readonly Piece[], from: number, wide: number): Segment[] {
  const segments: Segment[] = []
  pieces.forEach((piece, index) => {
    const [most] = [...piece].sort((a, b) => b[1].ms - a[1].ms)
    if (!most) return
    const [found, { readings }] = most
    const left = from + index * wide
    const last = segments.at(-1)
    if (last?.found === found && Math.abs(last.to - left) < 1) {
      last.to = left + wide
      last.readings += readings
    } else segments.push({ found, from: left, to: left + wide, readings })
  })
  return segments.map((segment) => ({ ...segment, readings: Math.max(1, Math.round(segment.readings)) }))
}

/**
 * The streaks of a day as a strip from just before the first to just after the last reading: pieces of equal width, each with what
 * it held longest, neighbours of the same kind joined. Null without any reading.
 */
export function stripOf(streaks: readonly Streak[]): Strip | null {
  const times = streaks.flatMap(({ started_at: start, ended_at: end }) => [Date.parse(start), Date.parse(end)])
  if (times.length === 0) return null
  const first = times.reduce((least, at) => Math.min(least, at))
  const last = times.reduce((most, at) => Math.max(most, at))
  const step = stepOf(first, last)
  const from = Math.floor(first / step) * step
  const to = Math.ceil((last + 1) / step) * step
  const wide = (to - from) / PIECES
  const pieces = Array.from({ length: PIECES }, (): Piece => new Map())
  for (const streak of streaks)
    if (isFound(streak.clase_detallada)) add(pieces, streak, streak.clase_detallada, from, wide)
  return { from, to, segments: segmentsOf(pieces, from, wide) }
}

/** Round times along a strip, its two ends among them. */
export function ticksOf({ from, to }: Strip): number[] {
  const step = stepOf(from, to)
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}
