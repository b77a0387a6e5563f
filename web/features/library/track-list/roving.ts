import { type KeyboardEvent, type MouseEvent, useState } from 'react'

const INSIDE = 'a, button, input, [role="menuitem"]'

/** Whether an event came from a control inside the row, which answers it by itself. */
export const fromControl = (event: { target: EventTarget; currentTarget: EventTarget }): boolean =>
  event.target instanceof Element && event.target !== event.currentTarget && event.target.closest(INSIDE) !== null

/** A tap on a row plays it; a click with a mouse only focuses it, the double click plays. */
export const isTap = (event: MouseEvent): boolean => (event.nativeEvent as PointerEvent).pointerType === 'touch'

const target = (key: string, index: number, count: number): number | undefined =>
  ({ ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 })[key]

/**
 * One tab stop for a whole list of rows; the arrows, Home and End move between them. `reveal` brings a row of a virtual
 * list into being before it is focused.
 */
export function useRoving(count: number, reveal?: (index: number) => void) {
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, Math.max(0, count - 1))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    const next = row ? target(event.key, Number(row.dataset.row), count) : undefined
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const index = Math.min(count - 1, Math.max(0, next))
    setActive(index)
    reveal?.(index)
    const list = event.currentTarget
    const focus = () => {
      const found = list.querySelector<HTMLElement>(`[data-row="${index}"]`)
      found?.focus()
      return found
    }
    // A row of a virtual list may come into being only with the next frame.
    if (!focus()) requestAnimationFrame(focus)
  }
  return { active, setActive, onKeyDown }
}
