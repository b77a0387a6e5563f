import { useQuery } from '@tanstack/react-query'
import { client, ok } from '../../lib/api/client.ts'
import { scanEnded, useScan } from '../../lib/api/events.ts'
import type { AlbumRow, DemoState } from '../../lib/api/models.ts'
import { type Progress, progressOf, type Source } from './progress-of.ts'

const POLL_MS = 1000
const COVERS_MS = 2000
const COVERS = 24

const finished = (demo: DemoState | undefined) => demo?.state === 'done' || demo?.state === 'failed'

/** Follows what was started; covers arrive as albums do. */
export function useProgress(source: Source): Progress & { albums: AlbumRow[] } {
  const { data: demo } = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => ok(client.GET('/library/demo', { signal })),
    enabled: source.kind === 'demo',
    refetchInterval: ({ state }) => (finished(state.data) ? false : POLL_MS),
  })
  const scan = useScan(source.kind === 'folder' ? source.scanId : (demo?.scan_id ?? null))
  const progress = progressOf(source, demo, scan)
  const running = progress.phase === 'scanning' && !(scan && scanEnded(scan))
  const { data: albums } = useQuery({
    queryKey: ['albums', 'arriving', progress.phase],
    queryFn: ({ signal }) =>
      ok(client.GET('/albums/', { params: { query: { order: 'recent', limit: COVERS } }, signal })),
    enabled: progress.phase !== 'rendering',
    placeholderData: (before) => before,
    refetchInterval: running ? COVERS_MS : false,
  })
  return { ...progress, albums: albums?.items ?? [] }
}
