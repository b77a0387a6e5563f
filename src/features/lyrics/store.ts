import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { albums, artists, externalIds, trackArtists, tracks } from '../../db/schema/catalogue.ts'
import { trackLyrics } from '../../db/schema/discography.ts'
import { lyrics, musicFolders, recordingFiles } from '../../db/schema/library.ts'
import type { TrackRef } from '../../providers/ports.ts'

export type StoredLyrics = typeof trackLyrics.$inferSelect
export type FileWords = Readonly<{ source: 'embedded' | 'sidecar'; text: string }>

/** A track has seldom more than two files; a text is cut where no song is longer. */
const MOST_FILES = 8
const MOST_CHARACTERS = 262_144

/** Words of the files of a track: the best file first, and the text beside a file before the one inside. */
export async function wordsOfFiles(db: Db, trackId: number): Promise<FileWords[]> {
  const isThere = sql`(${recordingFiles.state} = 'present' and ${musicFolders.state} = 'online')`
  return db
    .select({ source: lyrics.source, text: sql<string>`left(${lyrics.text}, ${MOST_CHARACTERS}::int)` })
    .from(lyrics)
    .innerJoin(recordingFiles, eq(recordingFiles.id, lyrics.fileId))
    .innerJoin(musicFolders, eq(musicFolders.id, recordingFiles.folderId))
    .where(eq(recordingFiles.trackId, trackId))
    .orderBy(
      sql`${isThere} desc`,
      sql`${lyrics.source} desc`,
      sql`${recordingFiles.lossless} desc`,
      sql`${recordingFiles.bitrate} desc nulls last`,
      lyrics.fileId,
    )
    .limit(MOST_FILES)
}

export async function storedLyrics(db: Db, trackId: number): Promise<StoredLyrics | null> {
  const [row] = await db.select().from(trackLyrics).where(eq(trackLyrics.trackId, trackId))
  return row ?? null
}

/** Keeps what was found. A miss (no words, not instrumental) never takes the place of words. */
export async function keepLyrics(db: Db, row: StoredLyrics): Promise<void> {
  const { trackId, ...set } = row
  const isMiss = row.plain === null && row.synced === null && !row.instrumental
  const wasMiss = sql`${trackLyrics.plain} is null and ${trackLyrics.synced} is null and not ${trackLyrics.instrumental}`
  await db
    .insert(trackLyrics)
    .values({ trackId, ...set })
    .onConflictDoUpdate({ target: trackLyrics.trackId, set, ...(isMiss && { setWhere: wasMiss }) })
}

/** What a provider is told of a track; null when it is gone. */
export async function trackRef(db: Db, trackId: number): Promise<TrackRef | null> {
  const [row] = await db
    .select({
      ...{ title: tracks.name, album: albums.name, durationMs: tracks.durationMs, isrc: tracks.isrc },
      artistLine: tracks.artistLine,
    })
    .from(tracks)
    .leftJoin(albums, eq(albums.id, tracks.albumId))
    .where(eq(tracks.id, trackId))
  if (!row) return null
  const [credits, ids] = await Promise.all([creditsOf(db, trackId), idsOf(db, trackId)])
  const artist = credits.map(({ name, join }, at) => name + (at < credits.length - 1 ? join : '')).join('')
  const { artistLine, durationMs, ...known } = row
  return { ...known, artist: artist || artistLine, durationMs: durationMs > 0 ? durationMs : null, ids }
}

async function creditsOf(db: Db, trackId: number) {
  return db
    .select({ name: artists.name, join: trackArtists.joinPhrase })
    .from(trackArtists)
    .innerJoin(artists, eq(artists.id, trackArtists.artistId))
    .where(and(eq(trackArtists.trackId, trackId), eq(trackArtists.role, 'main')))
    .orderBy(trackArtists.position)
}

async function idsOf(db: Db, trackId: number): Promise<Record<string, string>> {
  const rows = await db
    .select({ provider: externalIds.provider, value: externalIds.value })
    .from(externalIds)
    .where(and(eq(externalIds.entity, 'track'), eq(externalIds.entityId, trackId)))
    .orderBy(externalIds.value)
  return Object.fromEntries(rows.map((row) => [row.provider, row.value]))
}
