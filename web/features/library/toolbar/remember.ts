import { create } from 'zustand'

/** A small choice that outlives the visit: a column, a density. `read` turns what was stored into a value, whatever it is. */
export function remembered<T>(key: string, read: (stored: unknown) => T) {
  return create<{ value: T; set: (value: T) => void }>((set) => ({
    value: read(stored(key)),
    set: (value) => {
      try {
        localStorage.setItem(key, JSON.stringify(value))
      } catch {
        // Closed or full storage: the choice holds for this visit.
      }
      set({ value })
    },
  }))
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    // Nothing readable is there; the default holds.
    return null
  }
}
