import type { Db } from '../../../../db/client.ts'
import { albumPlace } from '../../files/path-names.ts'
import type { FoundDirectory } from '../../files/walk.ts'
import type { FolderRow } from '../../store/scans.ts'
import { expectCovers } from '../../store/write/albums.ts'

const BATCH = 500
/** The coarsest clock of a file system (FAT counts two seconds). */
const GRAIN_MS = 2000

/**
 * Pictures beside audio come, change and go without the audio: albums of directories that changed since the last scan
 * of their folder are looked at again.
 */
export function createCoverWatch(db: Db, folder: FolderRow) {
  const since = folder.lastScanAt ? folder.lastScanAt.getTime() - GRAIN_MS : 0
  const changed = new Set<string>()

  async function flush(): Promise<void> {
    if (changed.size > 0) await expectCovers(db, folder.id, [...changed])
    changed.clear()
  }

  return {
    flush,
    async note({ relPath, changedMs }: FoundDirectory): Promise<void> {
      if (changedMs < since) return
      // A picture in a disc folder is one of the album around it.
      changed.add(albumPlace(relPath ? `${relPath}/-` : '-').albumDir)
      if (changed.size >= BATCH) await flush()
    },
  }
}
