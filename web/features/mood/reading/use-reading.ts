import { useCallback, useEffect, useRef, useState } from 'react'
import { type Reading, readFace } from '../api.ts'
import { prepare } from '../picture/shrink.ts'

export type ReadingState =
  | { is: 'empty' }
  | { is: 'camera' }
  | { is: 'reading'; picture: Blob }
  | { is: 'read'; picture: Blob; reading: Reading }
  | { is: 'failed'; picture: Blob | null; error: unknown }

/** One picture on its way: chosen, made smaller, sent, read. A newer one takes the place of an older. */
export function useReading() {
  const [state, setState] = useState<ReadingState>({ is: 'empty' })
  const running = useRef<AbortController>(null)
  const leave = useCallback(() => running.current?.abort(), [])
  useEffect(() => leave, [leave])
  const read = useCallback(
    async (file: Blob) => {
      leave()
      const controller = new AbortController()
      running.current = controller
      setState({ is: 'reading', picture: file })
      let shown: Blob | null = null
      try {
        const picture = await prepare(file)
        shown = picture
        const reading = await readFace(picture, controller.signal)
        if (!controller.signal.aborted) setState({ is: 'read', picture, reading })
      } catch (error) {
        if (!controller.signal.aborted) setState({ is: 'failed', picture: shown, error })
      }
    },
    [leave],
  )
  const forget = useCallback(() => {
    leave()
    setState({ is: 'empty' })
  }, [leave])
  const openCamera = useCallback(() => {
    leave()
    setState({ is: 'camera' })
  }, [leave])
  const fail = useCallback((error: unknown) => setState({ is: 'failed', picture: null, error }), [])
  return { state, read: useCallback((file: Blob) => void read(file), [read]), forget, openCamera, fail }
}
