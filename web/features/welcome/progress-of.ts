import type { DemoState, Scan } from '../../lib/api/models.ts'

export type Source = { kind: 'folder'; scanId: number } | { kind: 'demo' }
export type Progress = {
  phase: 'rendering' | 'scanning' | 'done' | 'empty' | 'failed'
  done: number
  total: number
  /** Files that could not be read. */
  problems: number
}

/** What a scan and the demo's maker say, as one progress. */
export function progressOf(source: Source, demo: DemoState | undefined, scan: Scan | null): Progress {
  const problems = scan?.failed ?? 0
  if (source.kind === 'demo' && demo?.state === 'failed') return { phase: 'failed', done: 0, total: 0, problems }
  if (scan) {
    const { files_seen: done, files_total: total } = scan
    if (scan.state === 'failed' || scan.state === 'cancelled') return { phase: 'failed', done, total, problems }
    if (scan.state === 'done') return { phase: total - problems > 0 ? 'done' : 'empty', done, total, problems }
    return { phase: 'scanning', done, total, problems }
  }
  if (source.kind === 'folder') return { phase: 'scanning', done: 0, total: 0, problems }
  if (demo?.state === 'done') return { phase: 'done', done: demo.total, total: demo.total, problems }
  const phase = demo?.state === 'scanning' ? 'scanning' : 'rendering'
  return { phase, done: demo?.done ?? 0, total: demo?.total ?? 0, problems }
}
