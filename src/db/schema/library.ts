import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgTable, real, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, id, ref, time, updatedAt } from '../columns.ts'
import { users } from './auth.ts'
import { tracks } from './catalogue.ts'

export const musicFolders = pgTable('music_folders', {
  id: id(),
  path: text().notNull().unique(),
  /** offline: the folder cannot be read just now; its files are kept as they are. */
  state: text({ enum: ['online', 'offline'] })
    .notNull()
    .default('online'),
  lastScanAt: time(),
  createdAt: createdAt(),
})

/** Audio on disk. Bytes of names decide order ("C"), because the scanner walks in that order beside the table. */
export const recordingFiles = pgTable(
  'recording_files',
  {
    id: id(),
    folderId: ref()
      .notNull()
      .references(() => musicFolders.id, { onDelete: 'cascade' }),
    /** Below its folder, with "/" between parts. */
    relPath: text().notNull(),
    /** The directory that holds the album: relPath without file name and disc folder. */
    albumDir: text().notNull(),
    /** The compared form of the album title, '' without one: files of one directory and title are grouped together. */
    albumTitle: text().notNull().default(''),
    trackId: ref().references(() => tracks.id, { onDelete: 'set null' }),
    state: text({ enum: ['present', 'missing'] })
      .notNull()
      .default('present'),
    size: bigint({ mode: 'number' }).notNull(),
    mtimeMs: bigint({ mode: 'number' }).notNull(),
    quickHash: text().notNull(),
    /** What the tags say, as read (features/library/tags). Regrouping reads this, not the disk. */
    tags: jsonb().notNull(),
    codec: text().notNull(),
    container: text().notNull(),
    lossless: boolean().notNull().default(false),
    bitrate: integer(),
    sampleRate: integer(),
    bitDepth: integer(),
    channels: integer(),
    durationMs: integer().notNull(),
    /** ReplayGain in dB and as linear peak. */
    trackGain: real(),
    trackPeak: real(),
    albumGain: real(),
    albumPeak: real(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('recording_files_path_key').on(t.folderId, t.relPath),
    index('recording_files_walk_idx').on(t.folderId, sql`${t.relPath} collate "C"`),
    index('recording_files_dir_idx').on(t.folderId, t.albumDir, t.albumTitle),
    index('recording_files_track_idx').on(t.trackId),
    index('recording_files_hash_idx').on(t.quickHash, t.size),
  ],
)

/** Words of a recording: from the file itself or from the `.lrc` beside it. */
export const lyrics = pgTable('lyrics', {
  fileId: ref()
    .primaryKey()
    .references(() => recordingFiles.id, { onDelete: 'cascade' }),
  source: text({ enum: ['embedded', 'sidecar'] }).notNull(),
  text: text().notNull(),
})

export const scans = pgTable(
  'scans',
  {
    id: id(),
    state: text({ enum: ['queued', 'running', 'done', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    /** null: every folder. */
    folderIds: jsonb().$type<number[] | null>(),
    filesTotal: integer().notNull().default(0),
    filesSeen: integer().notNull().default(0),
    added: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    moved: integer().notNull().default(0),
    missing: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    cancelRequested: boolean().notNull().default(false),
    failure: text(),
    createdAt: createdAt(),
    startedAt: time(),
    finishedAt: time(),
  },
  (t) => [index('scans_active_idx').on(t.id).where(sql`${t.state} in ('queued', 'running')`)],
)

export const scanErrors = pgTable(
  'scan_errors',
  {
    id: id(),
    scanId: ref()
      .notNull()
      .references(() => scans.id, { onDelete: 'cascade' }),
    folderId: ref().references(() => musicFolders.id, { onDelete: 'cascade' }),
    file: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [index('scan_errors_scan_idx').on(t.scanId, t.id)],
)

export const plays = pgTable(
  'plays',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    trackId: ref()
      .notNull()
      .references(() => tracks.id, { onDelete: 'cascade' }),
    playedAt: createdAt(),
    durationPlayedSeconds: integer().notNull().default(0),
    platform: text().notNull().default('local'),
    deviceInfo: text(),
    moodTag: text(),
    playlistContext: text(),
    wasRecommended: boolean().notNull().default(false),
    recommendationSource: text(),
  },
  (t) => [
    index('plays_user_time_idx').on(t.userId, t.playedAt.desc(), t.id.desc()),
    index('plays_user_track_idx').on(t.userId, t.trackId, t.playedAt),
    index('plays_track_idx').on(t.trackId),
  ],
)
