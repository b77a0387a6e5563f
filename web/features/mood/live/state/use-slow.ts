import { useEffect, useRef, useState } from 'react'
import { slowly } from './slow.ts'

const later = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The value, but changing at most every `ms`. */
export function useSlow<T>(value: T, ms: number): T {
  const [shown, setShown] = useState(value)
  const gate = useRef<ReturnType<typeof slowly<T>> | null>(null)
  useEffect(() => {
    const mine = slowly<T>({ ms, now: () => Date.now(), later, emit: (next) => setShown(() => next) })
    gate.current = mine
    return () => mine.stop()
  }, [ms])
  useEffect(() => gate.current?.offer(value), [value])
  return shown
}
