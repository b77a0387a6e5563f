import { useEffect, useRef, useState } from 'react'
import type { Scan } from './models.ts'

const ENDED = new Set<Scan['state']>(['done', 'failed', 'cancelled'])

/** Whether nothing more will be heard of a scan. */
export const scanEnded = (scan: Scan): boolean => ENDED.has(scan.state)

/**
 * Follows a scan by server-sent events; returns its latest state, null until the first one. The browser reconnects by
 * itself when the line drops; the stream is closed when the scan has ended or the component leaves.
 */
export function useScan(id: number | null, onEnd?: (scan: Scan) => void): Scan | null {
  const [scan, setScan] = useState<Scan | null>(null)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    setScan(null)
    if (id === null) return undefined
    return followScan(id, (state) => {
      setScan(state)
      if (scanEnded(state)) end.current?.(state)
    })
  }, [id])
  return scan
}

/** Calls back with every state of a scan; returns what stops it. */
function followScan(id: number, onScan: (scan: Scan) => void): () => void {
  const source = new EventSource(`/library/scans/${id}/events`)
  source.addEventListener('scan', (event: MessageEvent<string>) => {
    const scan = JSON.parse(event.data) as Scan
    if (scanEnded(scan)) source.close()
    onScan(scan)
  })
  return () => source.close()
}
