import type { Db } from '../../../../db/client.ts'
import { filesAfter, type WalkRow } from '../../store/write/files.ts'

const PAGE = 2000

/** The folder's rows in walking order, a page at a time. */
export function createRowReader(db: Db, folderId: number) {
  let page: WalkRow[] = []
  let at = 0
  let last = ''
  let ended = false

  async function peek(): Promise<WalkRow | undefined> {
    if (at >= page.length && !ended) {
      page = await filesAfter(db, folderId, last, PAGE)
      at = 0
      ended = page.length < PAGE
      last = page.at(-1)?.relPath ?? last
    }
    return page[at]
  }

  return {
    /** Rows whose path comes before this one: the disk does not have them. */
    async before(relPath: string): Promise<WalkRow[]> {
      const passed: WalkRow[] = []
      if ((await peek())?.relPath === relPath) return passed
      const key = Buffer.from(relPath)
      for (let row = await peek(); row && Buffer.compare(Buffer.from(row.relPath), key) < 0; row = await peek()) {
        passed.push(row)
        at++
      }
      return passed
    },
    async take(relPath: string): Promise<WalkRow | undefined> {
      const row = await peek()
      if (row?.relPath !== relPath) return undefined
      at++
      return row
    },
    async rest(): Promise<WalkRow[]> {
      const passed: WalkRow[] = []
      for (let row = await peek(); row && passed.length < PAGE; row = await peek()) {
        passed.push(row)
        at++
      }
      return passed
    },
  }
}
