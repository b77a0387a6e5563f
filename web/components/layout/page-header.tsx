import clsx from 'clsx'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { usePageTitle } from '../../lib/hooks/use-title.ts'

type Props = {
  title: string
  /** A grey line under the title; scrolls away. */
  note?: ReactNode
  /** The main action; stays. */
  action?: ReactNode
  /** Filters under the title; stay. */
  children?: ReactNode
}

/** Whether the page has been scrolled away from its top. */
function useScrolled() {
  const mark = useRef<HTMLDivElement>(null)
  const [scrolled, setScrolled] = useState(false)
  useEffect(() => {
    if (!mark.current) return undefined
    const watcher = new IntersectionObserver(([entry]) => setScrolled(entry !== undefined && !entry.isIntersecting))
    watcher.observe(mark.current)
    return () => watcher.disconnect()
  }, [])
  return { mark, scrolled }
}

/**
 * The sticky head of a page; put it first inside `Page`. It shrinks to title and main action once the page has been
 * scrolled. What it gives up in height it takes as margin, so nothing below it jumps.
 */
export function PageHeader({ title, note, action, children }: Props) {
  const { mark, scrolled } = useScrolled()
  usePageTitle(title)
  return (
    <>
      <div ref={mark} className="h-px" />
      <header
        className={clsx(
          'sticky top-0 z-20 -mx-4 border-b bg-page px-4 transition-colors md:-mx-8 md:px-8',
          scrolled ? 'mb-4 border-line' : 'border-transparent',
        )}
      >
        <div className={clsx('flex items-center gap-4', scrolled ? 'h-12' : 'h-16')}>
          <h1 tabIndex={-1} className={clsx('display min-w-0 truncate', scrolled ? 'text-lg' : 'text-xl')}>
            {title}
          </h1>
          {action && <div className="ml-auto flex shrink-0 items-center gap-2">{action}</div>}
        </div>
        {children && <div className="pb-3">{children}</div>}
      </header>
      {note && <p className="mb-4 text-sm text-faint">{note}</p>}
    </>
  )
}
