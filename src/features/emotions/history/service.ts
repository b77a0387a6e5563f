import type { Db } from '../../../db/client.ts'
import { AppError, type Language } from '../../../errors.ts'
import { inZone, zoneName, zoneOffset } from '../../../platform/time/zone.ts'
import { round } from '../round.ts'
import type { Recorder } from '../sessions/recorder.ts'
import type { Sessions } from '../sessions/service.ts'
import type { ExportQuery, HoursQuery, PeriodQuery, StreaksQuery, TimelineQuery } from './contract.ts'
import { exportHistory } from './export/export.ts'
import { decodePosition, paged } from './position.ts'
import { statisticsOf } from './statistics.ts'
import { playlistsPlayed, spanOf } from './store/around.ts'
import { erase, forbid, sessionsWithDetections } from './store/erase.ts'
import { DAY_MS, type Period, type Scope } from './store/scope.ts'
import { hourSums } from './store/statistics.ts'
import { namesOf, timeline } from './store/timeline.ts'
import { streaksOf } from './streaks.ts'
import { viewDetection, viewPlaylist, viewStreak } from './views.ts'

type ViewerId = number | null
type Deps = Readonly<{
  db: Db
  sessions: Pick<Sessions, 'find'>
  recorder: Pick<Recorder, 'flush'>
  /** What a playlist for an emotion or a mood is called. */
  playlistName: (mood: string, language: Language) => string
  now?: () => Date
}>
/** What is looked at: whose detections, of when, and between which moments that is shown to be. */
export type View = Readonly<{
  id: string
  scope: Scope
  ownerId: ViewerId
  period: Period
  span: { from: Date; to: Date }
}>

export const ALL = 'all'
const MOST_DAYS = 400

/** What was recorded, told to whom it belongs. */
export function createHistory({ db, sessions, recorder, playlistName, now = () => new Date() }: Deps) {
  /** INVALID_SESSION unless the session is the caller's; AUTH_REQUIRED for all sessions of nobody. */
  async function look(query: PeriodQuery, viewerId: ViewerId): Promise<View> {
    const period = periodOf(query)
    const given = (from: Date, to: Date) => ({ from: period.from ?? from, to: period.to ?? to })
    // What is on its way belongs to the history already.
    await recorder.flush()
    if (query.session_id !== ALL) {
      const row = await sessions.find(query.session_id, viewerId)
      const [scope, span] = [{ sessionId: row.id }, given(row.createdAt, row.lastActivityAt)]
      return { id: query.session_id, scope, ownerId: row.userId, period, span }
    }
    if (viewerId === null) throw new AppError('AUTH_REQUIRED')
    const whole = (await spanOf(db, viewerId)) ?? { from: now(), to: now() }
    const span = given(whole.from, whole.to)
    return { id: ALL, scope: { userId: viewerId }, ownerId: viewerId, period, span }
  }

  return {
    async emotions(query: TimelineQuery, viewerId: ViewerId, language: Language) {
      const after = decodePosition(query.cursor)
      const view = await look(query, viewerId)
      const page = { limit: query.limit + 1, order: query.order, after, detailed: query.emotion }
      const [statistics, rows, playlists] = await Promise.all([
        statisticsOf(db, view.scope, view.period),
        timeline(db, view.scope, view.period, page),
        view.ownerId === null ? [] : playlistsPlayed(db, view.ownerId, view.span),
      ])
      const { shown, metadata } = paged(rows, query.limit, (row) => row)
      const names = await namesOf(db, view.id === ALL ? shown.map((row) => row.sessionId) : [])
      return {
        session_id: view.id,
        period: viewPeriod(view.span),
        statistics,
        timeline: shown.map((row) => viewDetection(row, names.get(row.sessionId)?.publicId ?? undefined)),
        playlists_played: playlists.map((play) => viewPlaylist(play, (mood) => playlistName(mood, language))),
        metadata,
      }
    },

    async streaks(query: StreaksQuery, viewerId: ViewerId) {
      const after = decodePosition(query.cursor)
      const { scope, period } = await look(query, viewerId)
      const { parts, metadata } = await streaksOf(db, scope, period, query.limit, after)
      return { streaks: parts.map(viewStreak), metadata }
    },

    /** INVALID_PARAMETER for a zone that nobody knows, and for more than 400 days. */
    async hours(query: HoursQuery, viewerId: ViewerId) {
      const zone = zoneName(query.tz)
      const offset = zone === undefined ? undefined : zoneOffset(zone)
      if (zone === undefined || !offset) throw unknownZone(query.tz)
      const { scope, period, span } = await look(query, viewerId)
      if (span.to.getTime() - span.from.getTime() > MOST_DAYS * DAY_MS)
        throw new AppError('INVALID_PARAMETER', { details: TOO_LONG })
      const hours = new Map<string, Record<string, number>>()
      for (const { hour, detailed, detections } of await hourSums(db, scope, period, zone)) {
        const name = inZone(hour, offset(hour))
        hours.set(name, { ...hours.get(name), [detailed]: detections })
      }
      return { hours: [...hours].map(([hour, counts]) => ({ hour, counts })) }
    },

    /** The file piece by piece; what can be refused is refused before the first one. */
    async export(query: ExportQuery, viewerId: ViewerId) {
      const offset = zoneOffset(query.tz)
      if (!offset) throw unknownZone(query.tz)
      const view = await look(query, viewerId)
      return exportHistory(db, view, { ...query, offset, now: now() })
    },

    /** Deletes what was recorded in the period; answers how many detections that were. */
    async erase(query: PeriodQuery, viewerId: ViewerId): Promise<number> {
      const { scope, period } = await look(query, viewerId)
      // First, so that nothing comes in behind what is deleted.
      await forbid(db, scope, period, now)
      const keys = 'userId' in scope ? await sessionsWithDetections(db, scope.userId, period) : [scope.sessionId]
      let erased = 0
      for (const key of keys) erased += await erase(db, key, period)
      return erased
    },
  }
}

function periodOf({ from_timestamp, to_timestamp }: PeriodQuery): Period {
  const period = { from: from_timestamp && new Date(from_timestamp), to: to_timestamp && new Date(to_timestamp) }
  if (period.from && period.to && period.from > period.to)
    throw new AppError('INVALID_PARAMETER', { details: 'from_timestamp > to_timestamp' })
  return { from: period.from || undefined, to: period.to || undefined }
}

const viewPeriod = ({ from, to }: View['span']) => ({
  ...{ start: from.toISOString(), end: to.toISOString() },
  duration_minutes: round((to.getTime() - from.getTime()) / 60_000, 2),
})

const TOO_LONG = ['El período no puede superar 400 días', 'The period cannot be longer than 400 days'] as const
const unknownZone = (zone: string) => new AppError('INVALID_PARAMETER', { details: `tz: ${zone}` })

export type History = ReturnType<typeof createHistory>
