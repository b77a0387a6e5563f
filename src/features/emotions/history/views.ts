import { documentedClass } from '../classes.ts'
import { DETAILED_CLASSES, SCORE_KEYS, type Scores } from '../contract.ts'
import { round } from '../round.ts'
import type { Entry } from './contract.ts'
import type { PlaylistPlay } from './store/around.ts'
import type { TimelineRow } from './store/timeline.ts'
import type { Part } from './streaks.ts'

/** The documented entry of the timeline; scores come highest first. */
export function viewDetection(row: TimelineRow, sessionId?: string): Entry {
  return {
    timestamp: row.at.toISOString(),
    clase: row.clase,
    clase_detallada: row.detailed,
    confianza: row.confidence / 10_000,
    scores: Object.fromEntries(scoresOf(row).sort(([, a], [, b]) => b - a)) as Scores,
    source: row.source,
    ...(sessionId !== undefined && { session_id: sessionId }),
  }
}

export const scoresOf = ({ scores }: TimelineRow) =>
  SCORE_KEYS.map((key, index) => [key, (scores[index] ?? 0) / 10_000] as [string, number])

export function viewStreak({ label, startedAt, endedAt, detections }: Part) {
  return {
    clase: label === 'incierto' ? null : documentedClass(label),
    clase_detallada: label,
    ...{ started_at: startedAt.toISOString(), ended_at: endedAt.toISOString(), count: detections },
    duration_seconds: (endedAt.getTime() - startedAt.getTime()) / 1000,
  }
}

/** What the player wrote down, `mood:feliz`, says which mood it was, and so which playlist. */
export function viewPlaylist({ source, playedAt, seconds }: PlaylistPlay, nameOf: (mood: string) => string) {
  const emotion = source.replace(/^mood:/, '')
  const kind = DETAILED_CLASSES.some((name) => name === emotion) ? 'emotion' : 'mood'
  return {
    ...{ emotion, playlist_id: `${kind}-${emotion}`, playlist_name: nameOf(emotion) },
    ...{ played_at: playedAt.toISOString(), duration_minutes: round(seconds / 60, 2) },
  }
}
