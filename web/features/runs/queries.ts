import { queryOptions, useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { cancelRun, listRuns, type Run, runEvents } from '../../lib/api/discography.ts'
import { queryClient } from '../../lib/api/query.ts'
import { useTell } from '../library/folders/use-tell.ts'
import { lookAgain, runEnded } from './progress.ts'

/** The latest runs with those that are under way; asked more often while there are some. */
export const runsQuery = queryOptions({
  queryKey: ['runs'],
  queryFn: ({ signal }) => listRuns(false, signal),
  staleTime: 0,
  refetchInterval: ({ state }) => lookAgain(state.data),
})

/** Something was begun or stopped: the list is old. */
export const refreshRuns = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['runs'] })

/** Follows a run by server-sent events from a state that is known; `onRun` hears every state, also the last. */
export function useRun(start: Run | null, onRun?: (run: Run) => void): Run | null {
  const [run, setRun] = useState(start)
  const hear = useRef(onRun)
  const id = start && !runEnded(start) ? start.id : null
  useEffect(() => {
    hear.current = onRun
  })
  useEffect(() => {
    if (id === null) return undefined
    const source = new EventSource(runEvents(id))
    source.addEventListener('run', (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as Run
      if (runEnded(now)) source.close()
      setRun(now)
      hear.current?.(now)
    })
    return () => source.close()
  }, [id])
  return run?.id === start?.id ? run : start
}

/** Stops a run at its next safe point. */
export function useCancelRun() {
  const tell = useTell()
  return useMutation({ mutationFn: cancelRun, onError: tell, onSettled: () => refreshRuns() })
}
