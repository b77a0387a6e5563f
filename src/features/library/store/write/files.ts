import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { tracks } from '../../../../db/schema/catalogue.ts'
import { lyrics, recordingFiles } from '../../../../db/schema/library.ts'
import type { ReadFile } from '../../files/read-file.ts'
import type { Tags } from '../../files/tags.ts'

export type WalkRow = Readonly<{
  id: number
  relPath: string
  size: number
  mtimeMs: number
  state: 'present' | 'missing'
}>
export type NewFile = Readonly<{
  folderId: number
  relPath: string
  albumDir: string
  albumTitle: string
  size: number
  mtimeMs: number
  read: ReadFile
}>
export type MovedFrom = Readonly<{
  id: number
  folderId: number
  relPath: string
  quickHash: string
  size: number
  state: 'present' | 'missing'
}>

/** The next rows of a folder in the byte order of their paths: the scanner's walk runs beside this. */
export async function filesAfter(db: Db, folderId: number, after: string, limit: number): Promise<WalkRow[]> {
  const { id, relPath, size, mtimeMs, state } = recordingFiles
  return db
    .select({ id, relPath, size, mtimeMs, state })
    .from(recordingFiles)
    .where(and(eq(recordingFiles.folderId, folderId), sql`${relPath} collate "C" > ${after}`))
    .orderBy(sql`${relPath} collate "C"`)
    .limit(limit)
}

export async function countFiles(db: Db, folderId: number): Promise<number> {
  return db.$count(recordingFiles, eq(recordingFiles.folderId, folderId))
}

/** Known files with the content of these: where a new path may have come from. */
export async function filesByHash(db: Db, hashes: string[]): Promise<MovedFrom[]> {
  const { id, folderId, relPath, quickHash, size, state } = recordingFiles
  // One probe of the index for each hash, whatever the planner believes of a table that is still being filled.
  const found = sql`array(select f.id from unnest(${sql.param(hashes)}::text[]) as w(hash) cross join lateral
    (select g.id from recording_files g where g.quick_hash = w.hash offset 0) f)`
  return db
    .select({ id, folderId, relPath, quickHash, size, state })
    .from(recordingFiles)
    .where(sql`${id} = any(${found})`)
    .orderBy(id)
}

export async function moveFile(
  db: Db,
  id: number,
  to: { folderId: number; relPath: string; albumDir: string; mtimeMs: number },
): Promise<void> {
  await db
    .update(recordingFiles)
    .set({ ...to, state: 'present', updatedAt: new Date() })
    .where(eq(recordingFiles.id, id))
}

/** Writes what was read of files, by their path. */
export async function upsertFiles(db: Db, files: readonly NewFile[]): Promise<number[]> {
  const rows = await db
    .insert(recordingFiles)
    .values(files.map(toRow))
    .onConflictDoUpdate({ target: [recordingFiles.folderId, recordingFiles.relPath], set: UPDATED })
    .returning({ id: recordingFiles.id, relPath: recordingFiles.relPath, folderId: recordingFiles.folderId })
  const ids = new Map(rows.map((row) => [`${row.folderId}\0${row.relPath}`, row.id]))
  const pairs = files.flatMap((file) => {
    const id = ids.get(`${file.folderId}\0${file.relPath}`)
    return id === undefined ? [] : [{ id, file }]
  })
  await replaceLyrics(db, pairs)
  return rows.map((row) => row.id)
}

const toRow = ({ read, ...file }: NewFile) => ({
  ...file,
  quickHash: read.quickHash,
  tags: read.tags,
  ...read.facts,
  state: 'present' as const,
})

const excluded = (column: string) => sql.raw(`excluded.${column}`)
const UPDATED = {
  ...{
    state: excluded('state'),
    size: excluded('size'),
    mtimeMs: excluded('mtime_ms'),
    quickHash: excluded('quick_hash'),
  },
  ...{ tags: excluded('tags'), albumDir: excluded('album_dir'), albumTitle: excluded('album_title') },
  ...{
    codec: excluded('codec'),
    container: excluded('container'),
    lossless: excluded('lossless'),
    bitrate: excluded('bitrate'),
  },
  ...{
    sampleRate: excluded('sample_rate'),
    bitDepth: excluded('bit_depth'),
    channels: excluded('channels'),
    durationMs: excluded('duration_ms'),
  },
  ...{
    trackGain: excluded('track_gain'),
    trackPeak: excluded('track_peak'),
    albumGain: excluded('album_gain'),
    albumPeak: excluded('album_peak'),
  },
  updatedAt: sql`now()`,
}

async function replaceLyrics(db: Db, pairs: { id: number; file: NewFile }[]): Promise<void> {
  await db.delete(lyrics).where(
    inArray(
      lyrics.fileId,
      pairs.map(({ id }) => id),
    ),
  )
  const values = pairs.flatMap(({ id, file }) => (file.read.lyrics ? [{ fileId: id, ...file.read.lyrics }] : []))
  if (values.length > 0) await db.insert(lyrics).values(values)
}

export type GroupRow = Readonly<{
  id: number
  folderId: number
  albumDir: string
  albumTitle: string
  trackId: number | null
  durationMs: number
  tags: Tags
}>

/** Every file that shares directory and album title with one of these: what grouping looks at. */
export async function filesOfPlaces(db: Db, ids: number[]): Promise<GroupRow[]> {
  const { id, folderId, albumDir, albumTitle, trackId, durationMs, tags } = recordingFiles
  const columns = { id, folderId, albumDir, albumTitle, trackId, durationMs, tags }
  const these = sql`select * from recording_files where id = any(${sql.param(ids)}::bigint[])`
  // One probe of the index for each place, whatever the planner believes of a table that is still being filled.
  const neighbours = sql`select f.id from
    (select distinct folder_id, album_dir, album_title from (${these}) t where album_title <> '') p cross join lateral
    (select g.id from recording_files g where g.folder_id = p.folder_id and g.album_dir = p.album_dir
      and g.album_title = p.album_title offset 0) f`
  const rows = await db
    .select(columns)
    .from(recordingFiles)
    .where(or(inArray(id, ids), sql`${id} = any(array(${neighbours}))`))
    .orderBy(id)
  return rows.map((row) => ({ ...row, tags: row.tags as Tags }))
}

export type WitnessRow = Readonly<{
  trackId: number
  albumId: number | null
  relPath: string
  durationMs: number
  tags: Tags
}>

/** Every file of these albums and tracks: what their names are made of. */
export async function witnesses(db: Db, albumIds: number[], trackIds: number[]): Promise<WitnessRow[]> {
  const { relPath, durationMs, tags } = recordingFiles
  const ids = sql`select f.id from tracks t cross join lateral
    (select g.id from recording_files g where g.track_id = t.id offset 0) f
    where t.album_id = any(${sql.param(albumIds)}::bigint[]) or t.id = any(${sql.param(trackIds)}::bigint[])`
  const rows = await db
    .select({ trackId: tracks.id, albumId: tracks.albumId, relPath, durationMs, tags })
    .from(tracks)
    .innerJoin(recordingFiles, eq(recordingFiles.trackId, tracks.id))
    .where(sql`${recordingFiles.id} = any(array(${ids}))`)
  return rows.map((row) => ({ ...row, tags: row.tags as Tags }))
}

/** Albums that tracks are in. */
export async function albumsOfTracks(db: Db, trackIds: number[]): Promise<number[]> {
  if (trackIds.length === 0) return []
  const rows = await db.selectDistinct({ albumId: tracks.albumId }).from(tracks).where(inArray(tracks.id, trackIds))
  return rows.flatMap((row) => row.albumId ?? [])
}

/** Marks a file as gone, unless it was found at another path meanwhile. */
export async function markMissing(db: Db, files: readonly WalkRow[]): Promise<number> {
  const pairs = files.map(({ id, relPath }) => ({ id, rel_path: relPath }))
  const { rows } = await db.execute<{
    track_id: string | null
  }>(sql`update recording_files f set state = 'missing', updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w(id bigint, rel_path text)
    where f.id = w.id and f.rel_path = w.rel_path and f.state = 'present' returning f.track_id`)
  await refreshHasFile(
    db,
    rows.flatMap((row) => (row.track_id === null ? [] : [Number(row.track_id)])),
  )
  return rows.length
}

/** A file that came back just as it was. */
export async function markPresent(db: Db, ids: number[]): Promise<void> {
  const rows = await db
    .update(recordingFiles)
    .set({ state: 'present' })
    .where(inArray(recordingFiles.id, ids))
    .returning({ trackId: recordingFiles.trackId })
  await refreshHasFile(
    db,
    rows.flatMap((row) => row.trackId ?? []),
  )
}

/** A track can be played when one of its files is present in a folder that is online. */
export async function refreshHasFile(db: Db, trackIds: number[]): Promise<void> {
  if (trackIds.length === 0) return
  const playable = sql`coalesce((select bool_or(f.state = 'present' and m.state = 'online')
    from recording_files f join music_folders m on m.id = f.folder_id where f.track_id = t.id), false)`
  await db.execute(sql`update tracks t set has_file = not t.has_file
    where t.id = any(${sql.param(trackIds)}::bigint[]) and t.has_file <> ${playable}`)
}
