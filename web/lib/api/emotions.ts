import type { paths } from '../api.d.ts'
import { client, ok, send } from './client.ts'

/** Sessions, history and the on-device model: shapes and calls of the emotion API. */
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Reply<O> = O extends { responses: { 200: infer R } } ? Json<R> : never
type Get<P extends keyof paths> = paths[P] extends { get: infer O } ? Reply<O> : never
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never
type Signal = AbortSignal | undefined
const withSignal = (signal: Signal) => (signal ? { signal } : {})

export type EmotionSession = Get<'/api/v1/sessions'>['sessions'][number]
type HistoryPart = Get<'/api/v1/history/emotions'>
export type TimelineEntry = HistoryPart['timeline'][number]
export type Played = HistoryPart['playlists_played'][number]
export type Statistics = HistoryPart['statistics']
export type Streak = Get<'/api/v1/history/emotions/streaks'>['streaks'][number]
export type HourCounts = Get<'/api/v1/history/emotions/hours'>['hours'][number]
export type HistorySettings = Get<'/api/v1/history/settings'>

/** Whether there is anything to say about a session: those that kept nothing come and go with every look. */
export const isKept = ({ name, recording, detections, ended_at: ended }: EmotionSession): boolean =>
  detections > 0 || name !== null || (recording && ended === null)

const of = (session_id: string) => ({ path: { session_id } })

export const listSessions = (cursor: string | null, signal?: Signal) => {
  const query = { limit: 50, ...(cursor !== null && { cursor }) }
  return ok(client.GET('/api/v1/sessions', { params: { query }, ...withSignal(signal) }))
}
export const changeSession = (id: string, body: { name?: string | null; recording?: boolean }) =>
  ok(client.PATCH('/api/v1/sessions/{session_id}', { params: of(id), body }))
/** Also when the page is just closing. */
export const endSession = (id: string) =>
  ok(client.POST('/api/v1/sessions/{session_id}/end', { params: of(id), keepalive: true }))
export const deleteSession = (id: string) => ok(client.DELETE('/api/v1/sessions/{session_id}', { params: of(id) }))

export const listModels = (signal?: Signal) => ok(client.GET('/api/v1/models', withSignal(signal)))
export const installModel = () => ok(client.POST('/api/v1/models/face_landmarker/install'))
export function uploadModel(file: Blob): Promise<unknown> {
  const body = new FormData()
  body.append('model', file, 'face_landmarker.task')
  return send<unknown>('/api/v1/models/face_landmarker', { method: 'PUT', body })
}

/** Whose history and of when; `session` may be `all`. */
export type HistoryScope = { session: string; from: string; to: string }
type More = Omit<Query<'/api/v1/history/emotions'>, 'session_id'>

const scoped = ({ session, from, to }: HistoryScope) => ({
  session_id: session,
  from_timestamp: from,
  to_timestamp: to,
})

export const readHistory = (scope: HistoryScope, more: More, signal?: Signal) =>
  ok(
    client.GET('/api/v1/history/emotions', { params: { query: { ...scoped(scope), ...more } }, ...withSignal(signal) }),
  )
/** The newest reading of the signed-in person, or null where none was kept. */
export async function readLast(signal?: Signal): Promise<TimelineEntry | null> {
  const query = { session_id: 'all', limit: 1, order: 'desc' as const }
  const { timeline } = await ok(client.GET('/api/v1/history/emotions', { params: { query }, ...withSignal(signal) }))
  return timeline[0] ?? null
}
export const readStreaks = (scope: HistoryScope, cursor: string | null, signal?: Signal) => {
  const query = { ...scoped(scope), limit: 2000, ...(cursor !== null && { cursor }) }
  return ok(client.GET('/api/v1/history/emotions/streaks', { params: { query }, ...withSignal(signal) }))
}
export const readHours = (scope: HistoryScope, tz: string, signal?: Signal) => {
  const query = { ...scoped(scope), tz }
  return ok(client.GET('/api/v1/history/emotions/hours', { params: { query }, ...withSignal(signal) }))
}
/** The address of a download. */
export const exportAddress = (scope: HistoryScope, format: 'csv' | 'json', zone: string, language: string) =>
  `/api/v1/history/emotions/export?${new URLSearchParams({ ...scoped(scope), format, tz: zone, lang: language })}`
/** Erases a period, or everything of these sessions. */
export const eraseHistory = ({ session, from, to }: { session: string; from?: string; to?: string }) => {
  const query = { session_id: session, ...(from && { from_timestamp: from }), ...(to && { to_timestamp: to }) }
  return ok(client.DELETE('/api/v1/history/emotions', { params: { query } }))
}

export const readSettings = (signal?: Signal) => ok(client.GET('/api/v1/history/settings', withSignal(signal)))
export const saveSettings = (retention_days: number | null) =>
  ok(client.PUT('/api/v1/history/settings', { body: { retention_days } }))
