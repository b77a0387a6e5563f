import { z } from 'zod'

export const folder = z.object({
  id: z.number(),
  /** The only place where a path of the server is shown, to administrators only. */
  path: z.string(),
  state: z.enum(['online', 'offline']),
  file_count: z.number(),
  last_scan_at: z.string().nullable(),
  created_at: z.string(),
})
export const folders = z.object({ items: z.array(folder) })
export const folderBody = z.object({ path: z.string().trim().min(1).max(4096) })
export const scanBody = z.object({ folder_id: z.number().int().positive().optional() }).optional().nullable()
export const scanStarted = z.object({ scan_id: z.number() })
export const scan = z.object({
  id: z.number(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  files_total: z.number(),
  files_seen: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  moved: z.number(),
  missing: z.number(),
  failed: z.number(),
  /** The first 200; `failed` counts all. `file` is relative to its folder. */
  errors: z.array(z.object({ file: z.string(), reason: z.string() })),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
})
export const scans = z.object({ items: z.array(scan) })
/** The server's directories, for the folder picker. */
export const browseQuery = z.object({ path: z.string().max(4096).optional() })
export const browse = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  directories: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Audio files directly here and up to three levels below: at least these, counting ends after 20 000 entries or a second. */
  audio_files: z.number(),
})
export type Scan = z.infer<typeof scan>
