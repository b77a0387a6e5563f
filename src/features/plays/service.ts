import type { SQL } from 'drizzle-orm'
import { type Db, isForeignKeyViolation } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import type { Viewer } from '../../platform/http/guards/viewer.ts'
import type { Views } from '../library/views/views.ts'
import type { PlayBody } from './contract.ts'
import * as store from './store.ts'

/** What the library says about tracks a user may see; handed in, because features do not call each other. */
type Visibility = Readonly<{
  track(userId: number, id: number): Promise<boolean>
  condition(userId: number): Promise<SQL | undefined>
}>
type ListQuery = Readonly<{ limit: number; verify_files: boolean }>
type Deps = Readonly<{
  db: Db
  views: Views
  visibility: Visibility
  /** After a play was recorded; also for a report that was made twice. */
  onPlay?: (playId: number) => Promise<void>
  now?: () => Date
}>

/** Two reports of one listening, as a retrying client makes them, come within this time. */
const SAME_PLAY_MS = 10_000

/** What was listened to, by whom. A play counts when the player says so: after half of a track or four minutes. */
export function createPlays({ db, views, visibility, onPlay, now = () => new Date() }: Deps) {
  async function lines(viewer: Viewer, rows: readonly { trackId: number }[], query: ListQuery) {
    const ids = [...new Set(rows.map((row) => row.trackId))]
    const items = await views.overview(ids, viewer.id, query.verify_files)
    return new Map(items.map((item) => [item.track_id, item]))
  }

  return {
    async record(viewer: Viewer, trackId: number, body: PlayBody): Promise<store.PlayRow> {
      if (!(await visibility.track(viewer.id, trackId))) throw new AppError('NOT_FOUND', { details: 'Track not found' })
      const playedAt = now()
      const play = {
        ...{ userId: viewer.id, trackId, playedAt },
        durationPlayedSeconds: body?.duration_played_seconds ?? 0,
        ...{
          deviceInfo: body?.device_info ?? null,
          moodTag: body?.mood_tag ?? null,
          playlistContext: body?.playlist_context ?? null,
        },
      }
      const since = new Date(playedAt.getTime() - SAME_PLAY_MS)
      const row = await store.insertPlayOnce(db, play, since).catch((error: unknown) => {
        // A scan may remove the track between the check and the insert.
        throw isForeignKeyViolation(error) ? new AppError('NOT_FOUND', { cause: error }) : error
      })
      await onPlay?.(row.id)
      return row
    },

    async recent(viewer: Viewer, query: ListQuery) {
      const rows = await store.recentPlays(db, viewer.id, query.limit, await visibility.condition(viewer.id))
      const items = await lines(viewer, rows, query)
      return { items: rows.flatMap((row) => join(items.get(row.trackId), { played_at: row.playedAt.toISOString() })) }
    },

    async mostPlayed(viewer: Viewer, query: ListQuery) {
      const rows = await store.mostPlayed(db, viewer.id, query.limit, await visibility.condition(viewer.id))
      const items = await lines(viewer, rows, query)
      return {
        items: rows.flatMap((row) =>
          join(items.get(row.trackId), {
            play_count: row.playCount,
            last_played_at: row.lastPlayedAt?.toISOString() ?? null,
          }),
        ),
      }
    },
  }
}

const join = <T extends object, E extends object>(item: T | undefined, extra: E): (T & E)[] =>
  item ? [{ ...item, ...extra }] : []

export type Plays = ReturnType<typeof createPlays>
