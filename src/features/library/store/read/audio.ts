import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../../../db/client.ts'
import { lyrics, recordingFiles } from '../../../../db/schema/library.ts'
import { bestFiles } from './hydrate.ts'

/** Words of a track from any of its files; those beside the file come before those inside. */
export async function lyricsOfTrack(db: Db, trackId: number): Promise<string | null> {
  const [row] = await db
    .select({ text: lyrics.text })
    .from(lyrics)
    .innerJoin(recordingFiles, eq(recordingFiles.id, lyrics.fileId))
    .where(eq(recordingFiles.trackId, trackId))
    .orderBy(sql`${lyrics.source} desc`, lyrics.fileId)
    .limit(1)
  return row?.text ?? null
}

export type AudioFile = Readonly<{ root: string; relPath: string; container: string }>

/** The file to play for a track, or null when none is there. */
export async function audioOfTrack(db: Db, trackId: number): Promise<AudioFile | null> {
  const [best] = await bestFiles(db, [trackId])
  return best?.available ? { root: best.root, relPath: best.file.relPath, container: best.file.container } : null
}
