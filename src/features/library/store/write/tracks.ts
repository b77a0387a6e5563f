import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { externalIds, genres, trackArtists, trackGenres, tracks } from '../../../../db/schema/catalogue.ts'
import { recordingFiles } from '../../../../db/schema/library.ts'
import { normalizeName } from '../../../../platform/lib/normalize.ts'
import type { Credit } from '../../identity/credits.ts'
import { creditLine } from '../../identity/credits.ts'
import { creditRows, settledCredits } from './albums.ts'

export type WantedTrack = Readonly<{
  fileIds: number[]
  /** Tracks that these files belonged to before. */
  oldTrackIds: number[]
  albumId: number | null
  key: string
  name: string
}>
export type ResolvedTrack = WantedTrack & Readonly<{ id: number }>
export type DescribedTrack = Readonly<{
  id: number
  name: string
  albumName: string | null
  disc: number
  track: number | null
  durationMs: number
  isrc: string | null
  bpm: number | null
  credits: Credit[]
  genres: string[]
  recording: string | null
}>

const place = (albumId: number | null, key: string): string => `${albumId ?? ''}\0${key}`

/**
 * Finds, renames or makes the track of each wish. A track whose every file now says something else is renamed and so
 * keeps its plays, ratings and favourites.
 */
export async function ensureTracks(db: Db, wanted: readonly WantedTrack[]): Promise<ResolvedTrack[]> {
  const known = await findTracks(db, wanted)
  const open = wanted.filter((track) => !known.has(place(track.albumId, track.key)))
  await renameTracks(db, open, known)
  await insertTracks(
    db,
    open.filter((track) => !known.has(place(track.albumId, track.key))),
    known,
  )
  return wanted.flatMap((track) => {
    const id = known.get(place(track.albumId, track.key))
    return id === undefined ? [] : [{ ...track, id }]
  })
}

async function findTracks(db: Db, wanted: readonly WantedTrack[]): Promise<Map<string, number>> {
  const inAlbums = wanted.filter((track) => track.albumId !== null)
  const loose = wanted.filter((track) => track.albumId === null)
  const columns = { id: tracks.id, albumId: tracks.albumId, key: tracks.trackKey }
  const pairs = sql.join(
    inAlbums.map((track) => sql`(${track.albumId}::bigint, ${track.key}::text)`),
    sql`, `,
  )
  const [a, b] = [
    inAlbums.length === 0
      ? []
      : await db.select(columns).from(tracks).where(sql`(${tracks.albumId}, ${tracks.trackKey}) in (${pairs})`),
    loose.length === 0
      ? []
      : await db
          .select(columns)
          .from(tracks)
          .where(
            and(
              isNull(tracks.albumId),
              inArray(
                tracks.trackKey,
                loose.map((track) => track.key),
              ),
            ),
          ),
  ]
  return new Map([...a, ...b].map((row) => [place(row.albumId, row.key), row.id]))
}

async function renameTracks(db: Db, open: readonly WantedTrack[], known: Map<string, number>): Promise<void> {
  const oldIds = [...new Set(open.flatMap((track) => track.oldTrackIds))]
  if (oldIds.length === 0) return
  const rows = await db
    .select({ trackId: recordingFiles.trackId, files: sql<number>`count(*)::int` })
    .from(recordingFiles)
    .where(inArray(recordingFiles.trackId, oldIds))
    .groupBy(recordingFiles.trackId)
  const fileCount = new Map(rows.map((row) => [row.trackId, row.files]))
  for (const track of open) {
    const [oldId, ...others] = track.oldTrackIds
    if (oldId === undefined || others.length > 0 || fileCount.get(oldId) !== track.fileIds.length) continue
    // A track that a service named stays on its album: its files may leave it, not take it along.
    const renamed = await db
      .update(tracks)
      .set({ albumId: track.albumId, trackKey: track.key })
      .where(
        sql`${tracks.id} = ${oldId} and (not catalogued or album_id is not distinct from ${track.albumId}::bigint)`,
      )
      .returning({ id: tracks.id })
    if (renamed.length > 0) known.set(place(track.albumId, track.key), oldId)
  }
}

const searchText = (track: DescribedTrack): string =>
  normalizeName([track.name, creditLine(track.credits), track.albumName ?? ''].join(' '))

async function insertTracks(db: Db, missing: readonly WantedTrack[], known: Map<string, number>): Promise<void> {
  if (missing.length === 0) return
  const unique = [...new Map(missing.map((track) => [place(track.albumId, track.key), track])).values()]
  const rows = await db
    .insert(tracks)
    .values(
      unique.map((track) => ({
        albumId: track.albumId,
        trackKey: track.key,
        name: track.name,
        normalizedName: normalizeName(track.name),
        // Described once its files are there.
        searchText: '',
      })),
    )
    .returning({ id: tracks.id, albumId: tracks.albumId, key: tracks.trackKey })
  for (const row of rows) known.set(place(row.albumId, row.key), row.id)
}

/** Writes what is known of tracks, their credits and genres. */
export async function describeTracks(
  db: Db,
  described: readonly DescribedTrack[],
  artistIds: Map<string, number>,
): Promise<void> {
  if (described.length === 0) return
  const rows = described.map((track) => ({
    id: track.id,
    name: track.name,
    normalized_name: normalizeName(track.name),
    search_text: searchText(track),
    disc_number: track.disc,
    track_number: track.track,
    duration_ms: track.durationMs,
    isrc: track.isrc,
    bpm: track.bpm,
    artist_line: creditLine(track.credits),
  }))
  // What a service knows and the files do not say stays.
  await db.execute(sql`update tracks t set name = w.name, normalized_name = w.normalized_name, search_text = w.search_text,
    disc_number = case when t.catalogued and w.track_number is null and t.track_number is not null then t.disc_number else w.disc_number end,
    track_number = case when t.catalogued then coalesce(w.track_number, t.track_number) else w.track_number end,
    duration_ms = case when t.catalogued and w.duration_ms = 0 then t.duration_ms else w.duration_ms end,
    isrc = case when t.catalogued then coalesce(w.isrc, t.isrc) else w.isrc end, bpm = w.bpm, artist_line = w.artist_line, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id bigint, name text, normalized_name text, search_text text,
      disc_number int, track_number int, duration_ms int, isrc text, bpm int, artist_line text)
    where t.id = w.id`)
  await replaceTrackCredits(db, described, artistIds)
  await replaceTrackGenres(db, described)
  await linkRecordings(db, described)
}

/** Points files at their tracks. */
export async function attachFiles(db: Db, resolved: readonly ResolvedTrack[]): Promise<void> {
  const pairs = resolved.flatMap((track) => track.fileIds.map((id) => ({ id, track_id: track.id })))
  await db.execute(sql`update recording_files f set track_id = w.track_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w(id bigint, track_id bigint)
    where f.id = w.id and f.track_id is distinct from w.track_id`)
}

/** Ordered credits of tracks, replaced as a whole. */
async function replaceTrackCredits(
  db: Db,
  resolved: readonly DescribedTrack[],
  artistIds: Map<string, number>,
): Promise<void> {
  const settled = await settledCredits(
    db,
    'track',
    resolved.map(({ id }) => id),
  )
  const open = resolved.filter(({ id }) => !settled.has(id))
  await db.delete(trackArtists).where(
    inArray(
      trackArtists.trackId,
      open.map((track) => track.id),
    ),
  )
  const values = open.flatMap((track) =>
    creditRows(track.credits, artistIds).map((row) => ({ trackId: track.id, ...row })),
  )
  if (values.length > 0) await db.insert(trackArtists).values(values)
}

async function replaceTrackGenres(db: Db, resolved: readonly DescribedTrack[]): Promise<void> {
  await db.delete(trackGenres).where(
    inArray(
      trackGenres.trackId,
      resolved.map((track) => track.id),
    ),
  )
  const names = new Map(resolved.flatMap((track) => track.genres.map((name) => [normalizeName(name), name] as const)))
  if (names.size === 0) return
  const rows = await db
    .insert(genres)
    .values([...names].sort().map(([normalizedName, name]) => ({ normalizedName, name })))
    .onConflictDoUpdate({ target: genres.normalizedName, set: { normalizedName: sql`excluded.normalized_name` } })
    .returning({ id: genres.id, normalizedName: genres.normalizedName })
  const ids = new Map(rows.map((row) => [row.normalizedName, row.id]))
  const values = resolved.flatMap((track) => {
    const wanted = [...new Set(track.genres.map(normalizeName))]
    return wanted.flatMap((name, position) =>
      ids.has(name) ? [{ trackId: track.id, genreId: ids.get(name) as number, position }] : [],
    )
  })
  if (values.length > 0) await db.insert(trackGenres).values(values)
}

/** MusicBrainz recording ids; the first track that has one keeps it. */
async function linkRecordings(db: Db, resolved: readonly DescribedTrack[]): Promise<void> {
  const values = resolved.flatMap((track) =>
    track.recording
      ? [{ entity: 'track' as const, entityId: track.id, provider: 'musicbrainz', value: track.recording }]
      : [],
  )
  if (values.length > 0) await db.insert(externalIds).values(values).onConflictDoNothing()
}
