type Deps<T> = {
  ms: number
  now: () => number
  later: (ms: number, run: () => void) => () => void
  emit: (value: T) => void
}

/**
 * Lets a fast value through slowly: never more often than every `ms`, always the newest at the end. For what is read
 * aloud or colours the whole page, which must not follow a camera ten times a second.
 */
export function slowly<T>({ ms, now, later, emit }: Deps<T>) {
  let shown: { value: T; at: number } | null = null
  let cancel: (() => void) | null = null
  const show = (value: T) => {
    cancel = null
    shown = { value, at: now() }
    emit(value)
  }
  return {
    offer(value: T): void {
      cancel?.()
      cancel = null
      if (shown !== null && shown.value === value) return
      const wait = shown === null ? 0 : shown.at + ms - now()
      if (wait <= 0) show(value)
      else cancel = later(wait, () => show(value))
    },
    stop(): void {
      cancel?.()
      cancel = null
    },
  }
}
