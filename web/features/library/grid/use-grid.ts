import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useDensity } from './density.ts'
import { type GridShape, shapeOf } from './shape.ts'

const pageElement = () => document.getElementById('page')
/** Rows kept ready beyond the window, and rows left when the next page is asked for. */
const OVERSCAN = 3
const AHEAD = 6

/** The width of an element, and how far it lies below the top of what scrolls. */
export function usePlace() {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ width: 0, top: 0 })
  useLayoutEffect(() => {
    const element = ref.current
    const page = pageElement()
    if (!element || !page) return undefined
    const measure = () => {
      const top = element.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop
      const width = element.clientWidth
      setPlace((old) => (old.width === width && Math.abs(old.top - top) < 1 ? old : { width, top }))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [])
  return { ref, ...place }
}

type Options = { count: number; more: boolean; loadMore: () => void }

/** Rows of cards over the scrolling page: which ones are drawn, and when the next page of data is needed. */
export function useGrid({ count, more, loadMore }: Options) {
  const density = useDensity((state) => state.value)
  const { ref, width, top } = usePlace()
  const shape: GridShape = shapeOf(width || 960, density)
  const rows = Math.ceil(count / shape.columns) + (more ? 1 : 0)
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: pageElement,
    estimateSize: () => shape.rowHeight,
    overscan: OVERSCAN,
    scrollMargin: top,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: every row is as high as the shape says; a new shape means new heights
  useEffect(() => virtualizer.measure(), [shape.rowHeight, virtualizer])
  const lines = virtualizer.getVirtualItems()
  const last = lines.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= rows - AHEAD) loadMore()
  }, [more, last, rows, loadMore])
  return { ref, shape, virtualizer, lines, top, ready: width > 0 }
}
