import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { musicFolders, scanErrors, scans } from '../../../db/schema/library.ts'
import { inTransaction } from './transaction.ts'

export type ScanRow = typeof scans.$inferSelect
export type FolderRow = typeof musicFolders.$inferSelect
export type ScanErrorRow = Readonly<{ file: string; reason: string }>

const SHOWN_ERRORS = 200

async function insertScan(db: Db, folderIds: number[] | null): Promise<number> {
  const [row] = await db.insert(scans).values({ folderIds }).returning({ id: scans.id })
  if (!row) throw new Error('insert returned no scan')
  return row.id
}

/** The scan of these folders that has not begun, or a new one: asking twice makes one, also at the same moment. */
export async function queueScan(db: Db, folderIds: number[] | null): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('animo.scan.queue'))`)
    return (await findQueuedScan(tx, folderIds)) ?? (await insertScan(tx, folderIds))
  })
}

async function findQueuedScan(db: Db, folderIds: number[] | null): Promise<number | undefined> {
  const same = sql`${scans.folderIds} is not distinct from ${folderIds === null ? null : JSON.stringify(folderIds)}::jsonb`
  const [row] = await db
    .select({ id: scans.id })
    .from(scans)
    .where(and(eq(scans.state, 'queued'), same))
    .limit(1)
  return row?.id
}

export async function findScan(db: Db, id: number): Promise<ScanRow | undefined> {
  const [row] = await db.select().from(scans).where(eq(scans.id, id))
  return row
}

export async function latestScans(db: Db, limit: number): Promise<ScanRow[]> {
  return db.select().from(scans).orderBy(desc(scans.id)).limit(limit)
}

export async function activeScans(db: Db): Promise<ScanRow[]> {
  return db
    .select()
    .from(scans)
    .where(inArray(scans.state, ['queued', 'running']))
    .orderBy(scans.id)
}

export async function updateScan(db: Db, id: number, values: Partial<typeof scans.$inferInsert>): Promise<void> {
  await db.update(scans).set(values).where(eq(scans.id, id))
}

/** Asks a running scan to stop; one that waits ends at once. False: it has ended already. */
export async function requestCancel(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .update(scans)
    .set({
      cancelRequested: true,
      state: sql`case when ${scans.state} = 'queued' then 'cancelled' else ${scans.state} end`,
      finishedAt: sql`case when ${scans.state} = 'queued' then now() else ${scans.finishedAt} end`,
    })
    .where(and(eq(scans.id, id), inArray(scans.state, ['queued', 'running'])))
    .returning({ id: scans.id })
  return rows.length > 0
}

export async function isCancelRequested(db: Db, id: number): Promise<boolean> {
  const [row] = await db.select({ wanted: scans.cancelRequested }).from(scans).where(eq(scans.id, id))
  return row?.wanted !== false
}

export async function addScanErrors(
  db: Db,
  scanId: number,
  folderId: number,
  errors: readonly ScanErrorRow[],
): Promise<void> {
  if (errors.length > 0) await db.insert(scanErrors).values(errors.map((error) => ({ scanId, folderId, ...error })))
}

export async function clearScanErrors(db: Db, scanId: number): Promise<void> {
  await db.delete(scanErrors).where(eq(scanErrors.scanId, scanId))
}

/** The first errors of each of these scans, in one query. */
export async function scanErrorsOf(db: Db, scanIds: readonly number[]): Promise<(ScanErrorRow & { scanId: number })[]> {
  const { scanId, file, reason } = scanErrors
  const first = sql`select e.id from unnest(${sql.param([...scanIds])}::bigint[]) s cross join lateral
    (select id from scan_errors where scan_id = s order by id limit ${SHOWN_ERRORS}) e`
  return db
    .select({ scanId, file, reason })
    .from(scanErrors)
    .where(sql`${scanErrors.id} in (${first})`)
    .orderBy(scanErrors.id)
}

/** Old scans go with their errors; the last hundred stay. */
export async function pruneScans(db: Db): Promise<void> {
  await db.execute(
    sql`delete from scans where state not in ('queued', 'running') and id <= (select max(id) - 100 from scans)`,
  )
}

/** Only one process scans at a time: the lock falls with the connection, also when the process is killed. */
export async function tryScanLock(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_lock(hashtext('animo.scan')) as locked`,
  )
  return rows[0]?.locked === true
}

export async function releaseScanLock(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_unlock(hashtext('animo.scan'))`)
}

export async function folderExists(db: Db, id: number): Promise<boolean> {
  return (await db.$count(musicFolders, eq(musicFolders.id, id))) > 0
}

export async function listFolders(db: Db): Promise<FolderRow[]> {
  return db.select().from(musicFolders).orderBy(musicFolders.id)
}

/** Folders with their number of files: counting reads the index of a whole library, so only where it is shown. */
export async function listCountedFolders(db: Db): Promise<(FolderRow & { fileCount: number })[]> {
  // Spelled out: in a selection from one table the query builder leaves table names away.
  const fileCount = sql<number>`(select count(*)::int from recording_files f where f.folder_id = music_folders.id and f.state = 'present')`
  return db
    .select({
      id: musicFolders.id,
      path: musicFolders.path,
      state: musicFolders.state,
      lastScanAt: musicFolders.lastScanAt,
      createdAt: musicFolders.createdAt,
      fileCount,
    })
    .from(musicFolders)
    .orderBy(musicFolders.id)
}

export async function insertFolder(db: Db, path: string): Promise<FolderRow> {
  const [row] = await db.insert(musicFolders).values({ path }).returning()
  if (!row) throw new Error('insert returned no folder')
  return row
}

export async function deleteFolder(db: Db, id: number): Promise<FolderRow | undefined> {
  const [row] = await db.delete(musicFolders).where(eq(musicFolders.id, id)).returning()
  return row
}

/** Switches a folder on or off, and with it whether its tracks can be played. */
export async function setFolderState(db: Db, id: number, state: FolderRow['state'], scannedAt?: Date): Promise<void> {
  const [before] = await db.select({ state: musicFolders.state }).from(musicFolders).where(eq(musicFolders.id, id))
  await db
    .update(musicFolders)
    .set({ state, ...(scannedAt && { lastScanAt: scannedAt }) })
    .where(eq(musicFolders.id, id))
  if (before?.state === state) return
  await inTransaction(db, (tx) =>
    tx.execute(sql`update tracks t set has_file = w.playable from (
      select f.track_id, bool_or(f2.state = 'present' and m.state = 'online') as playable
      from (select distinct track_id from recording_files where folder_id = ${id} and track_id is not null) f
      join recording_files f2 on f2.track_id = f.track_id join music_folders m on m.id = f2.folder_id group by f.track_id) w
    where t.id = w.track_id and t.has_file <> w.playable`),
  )
}
