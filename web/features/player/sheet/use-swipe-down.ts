import { type PointerEvent, useRef, useState } from 'react'

const CLOSES_AFTER_PX = 120

/** A finger that pulls something down and lets go far enough closes it; a short pull springs back. */
export function useSwipeDown(onClose: () => void) {
  const start = useRef<number | null>(null)
  const [pulled, setPulled] = useState(0)
  const end = () => {
    if (start.current !== null && pulled > CLOSES_AFTER_PX) onClose()
    start.current = null
    setPulled(0)
  }
  return {
    pulled,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (
          event.pointerType === 'mouse' ||
          (event.target as HTMLElement).closest('button,a,[role=slider],[data-no-swipe]')
        )
          return
        start.current = event.clientY
      },
      onPointerMove: (event: PointerEvent) => {
        if (start.current !== null) setPulled(Math.max(0, event.clientY - start.current))
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
