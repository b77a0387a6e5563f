import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { findBinaries } from './embedded/binaries.ts'
import { clusterPassword, ensureCluster, placeData, SUPERUSER } from './embedded/cluster.ts'
import { lockStorage } from './embedded/lock.ts'
import { startPostmaster, stopOrphan } from './embedded/postmaster.ts'
import { findServiceUser } from './embedded/service-user.ts'

type Log = { info(text: string): void; warn(text: string): void; debug(text: string): void }
export type EmbeddedPostgres = Readonly<{
  /** A connection string for any database of the cluster. */
  url(database?: string): string
  /** Settles when Postgres ends, wanted or not. */
  exited: Promise<number | null>
  stop(): Promise<void>
}>

/** Settings for a household: modest memory, and everything committed is safe on disk. */
const DURABLE = {
  max_connections: '60',
  shared_buffers: '128MB',
  jit: 'off',
  random_page_cost: '1.1',
  max_wal_size: '512MB',
}
/** For tests: a cluster that is thrown away need not survive a power cut. */
const THROW_AWAY = {
  ...DURABLE,
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
}

/**
 * Runs the household's own Postgres with its data in `storageDir/postgres`. One process at a time: a second one gets
 * `StorageInUse`. A Postgres left behind by a killed Animo is stopped first and recovers from its log.
 */
export async function startEmbedded(storageDir: string, log: Log, throwAway = false): Promise<EmbeddedPostgres> {
  const lock = await lockStorage(storageDir)
  try {
    const user = await findServiceUser(path.join(storageDir, 'postgres'))
    const placed = await placeData(storageDir, user)
    const password = await clusterPassword(storageDir)
    const binaries = await findBinaries(user)
    await ensureCluster(binaries, placed, password, user)
    const dataDir = await realpath(placed)
    if (await stopOrphan(binaries, dataDir, user)) log.warn('stopped a Postgres that an earlier Animo left behind')
    const settings = throwAway ? THROW_AWAY : DURABLE
    const postmaster = await startPostmaster({ binaries, dataDir, user, settings, log: (line) => log.debug(line) })
    return {
      url: (database = 'postgres') => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${postmaster.port}/${database}`,
      exited: postmaster.exited,
      stop: async () => {
        await postmaster.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
