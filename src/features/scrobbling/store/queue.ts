import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { albumArtists, albums, artists, externalIds, trackArtists, tracks } from '../../../db/schema/catalogue.ts'
import { plays } from '../../../db/schema/library.ts'
import { scrobbleAccounts, scrobbles } from '../../../db/schema/scrobbling.ts'
import type { Listening } from '../listening.ts'
import type { AccountRow } from './accounts.ts'

export type ScrobbleRow = typeof scrobbles.$inferSelect
type PlayRow = typeof plays.$inferSelect

/** A play, and the services its user is connected to; null: nothing to tell anyone. */
export async function playToTell(db: Db, playId: number): Promise<{ play: PlayRow; services: string[] } | null> {
  const rows = await db
    .select({ play: plays, service: scrobbleAccounts.service })
    .from(plays)
    .innerJoin(scrobbleAccounts, eq(scrobbleAccounts.userId, plays.userId))
    .where(eq(plays.id, playId))
  const [first] = rows
  return first ? { play: first.play, services: rows.map((row) => row.service) } : null
}

/** Main artists as one line, as services know them: guests are not part of who a track is by. */
const mainArtists = (credits: typeof trackArtists | typeof albumArtists, owner: ReturnType<typeof sql>) =>
  sql<string | null>`(select string_agg(name || case when is_last then '' else phrase end, '' order by at) from (
    select ${artists.name} as name, ${credits.joinPhrase} as phrase, ${credits.position} as at,
      row_number() over (order by ${credits.position} desc) = 1 as is_last
    from ${credits} join ${artists} on ${artists.id} = ${credits.artistId}
    where ${owner} and ${credits.role} = 'main') credit)`

/** What services are told of a track; null when it is gone. */
export async function listeningOf(db: Db, trackId: number): Promise<Listening | null> {
  const mbid = sql<string | null>`(select ${externalIds.value} from ${externalIds} where ${externalIds.entity} = 'track'
    and ${externalIds.entityId} = ${tracks.id} and ${externalIds.provider} = 'musicbrainz'
    order by ${externalIds.value} limit 1)`
  const [row] = await db
    .select({
      ...{ track: tracks.name, album: albums.name, trackNumber: tracks.trackNumber, durationMs: tracks.durationMs },
      artist: mainArtists(trackArtists, sql`${trackArtists.trackId} = ${tracks.id}`),
      albumArtist: mainArtists(albumArtists, sql`${albumArtists.albumId} = ${tracks.albumId}`),
      ...{ artistLine: tracks.artistLine, recordingMbid: mbid },
    })
    .from(tracks)
    .leftJoin(albums, eq(albums.id, tracks.albumId))
    .where(eq(tracks.id, trackId))
  if (!row) return null
  const { artistLine, ...known } = row
  return { ...known, artist: row.artist ?? artistLine, durationMs: row.durationMs > 0 ? row.durationMs : null }
}

type Waiting = Readonly<{ play: PlayRow; services: readonly string[]; heard: Listening; startedAt: Date; at: Date }>

/** Queues a play for each service, once. */
export async function queueScrobbles(db: Db, { play, services, heard, startedAt, at }: Waiting): Promise<void> {
  const { userId, id: playId } = play
  await db
    .insert(scrobbles)
    .values(services.map((service) => ({ userId, service, playId, listening: heard, startedAt, nextAt: at })))
    .onConflictDoNothing({ target: [scrobbles.service, scrobbles.playId] })
}

/**
 * Takes the oldest that are due for an account, until `until`: no other process takes them before, and when this one
 * dies they are due again then.
 */
export async function claim(
  db: Db,
  { userId, service }: AccountRow,
  { at, until, most }: { at: Date; until: Date; most: number },
): Promise<ScrobbleRow[]> {
  const due = db
    .select({ id: scrobbles.id })
    .from(scrobbles)
    .where(and(eq(scrobbles.userId, userId), eq(scrobbles.service, service), lte(scrobbles.nextAt, at)))
    .orderBy(scrobbles.startedAt, scrobbles.id)
    .limit(most)
    .for('update', { skipLocked: true })
  const rows = await db
    .update(scrobbles)
    .set({ nextAt: until, attempts: sql`${scrobbles.attempts} + 1` })
    .where(inArray(scrobbles.id, due))
    .returning()
  return rows.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || a.id - b.id)
}

const among = (ids: readonly number[]) => sql`${scrobbles.id} = any(${sql.param([...ids])}::bigint[])`

export async function remove(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.delete(scrobbles).where(among(ids))
}

/** Puts claimed rows back; they are due again at `nextAt`. */
export async function putBack(db: Db, ids: readonly number[], nextAt: Date, note: string | null): Promise<void> {
  if (ids.length > 0) await db.update(scrobbles).set({ nextAt, note }).where(among(ids))
}
