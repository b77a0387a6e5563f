import { queryOptions } from '@tanstack/react-query'
import { client, ok } from '../../../lib/api/client.ts'
import type { DemoState } from '../../../lib/api/models.ts'
import { queryClient } from '../../../lib/api/query.ts'

/** Folders are watched, so that a scan may begin without us. */
const WATCH_MS = 10_000
const DEMO_MS = 1000

export const foldersQuery = queryOptions({
  queryKey: ['folders'],
  queryFn: async ({ signal }) => (await ok(client.GET('/library/folders', { signal }))).items,
  staleTime: 0,
})

export const scansQuery = queryOptions({
  queryKey: ['scans'],
  queryFn: async ({ signal }) => (await ok(client.GET('/library/scans', { signal }))).items,
  staleTime: 0,
  refetchInterval: WATCH_MS,
})

export const demoRuns = (demo: DemoState | undefined): boolean =>
  demo?.state === 'rendering' || demo?.state === 'scanning'

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => ok(client.GET('/library/demo', { signal })),
  staleTime: 0,
  refetchInterval: ({ state }) => (demoRuns(state.data) ? DEMO_MS : false),
})

/** Folders, scans and demo are read afresh. */
export const refreshLibrary = (): Promise<unknown> =>
  Promise.all(['folders', 'scans', 'demo'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))

/** Starts a scan of everything or of one folder. */
export async function startScan(folderId?: number): Promise<void> {
  await ok(client.POST('/library/scan', { body: folderId === undefined ? {} : { folder_id: folderId } }))
  await refreshLibrary()
}
