import clsx from 'clsx'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { usePageTitle } from '../../../lib/hooks/use-title.ts'
import { PLAIN, WASH } from './wash.ts'

/** Whether the head has been scrolled out of sight. */
function useGone() {
  const ref = useRef<HTMLElement>(null)
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (!ref.current) return undefined
    const watcher = new IntersectionObserver(([entry]) => setGone(entry !== undefined && !entry.isIntersecting), {
      rootMargin: '-72px 0px 0px 0px',
    })
    watcher.observe(ref.current)
    return () => watcher.disconnect()
  }, [])
  return { ref, gone }
}

/** What stays once the head has gone: the name and the one main action. It takes no height of its own. */
function Bar({ shown, title, play }: { shown: boolean; title: string; play: ReactNode }) {
  return (
    <div className="sticky top-0 z-20 h-0">
      <div
        inert={!shown}
        className={clsx(
          'flex h-16 items-center gap-4 border-b border-line bg-page px-4 transition-opacity md:px-8',
          shown ? 'opacity-100' : 'pointer-events-none opacity-0',
        )}
      >
        <p className="display min-w-0 truncate text-lg">{title}</p>
        <div className="ml-auto shrink-0">{play}</div>
      </div>
    </div>
  )
}

type Props = {
  title: string
  kind: string
  /** There is a cover to take the colour from; without one the head stays neutral. */
  colored: boolean
  art: ReactNode
  details: ReactNode
  /** The main action, in the bar that stays. */
  play: ReactNode
  actions: ReactNode
}

/** The wide coloured head of an artist's page. */
export function Hero({ title, kind, colored, art, details, play, actions }: Props) {
  const { ref, gone } = useGone()
  usePageTitle(title)
  return (
    <>
      <Bar shown={gone} title={title} play={play} />
      <header ref={ref} style={{ background: colored ? WASH : PLAIN }}>
        <div className="mx-auto flex max-w-[1720px] items-end gap-8 px-4 pt-10 pb-8 max-md:flex-col max-md:items-center max-md:gap-5 max-md:pt-6 max-md:text-center md:px-8">
          <div className="w-56 shrink-0 max-md:w-44">{art}</div>
          <div className="min-w-0 max-md:w-full">
            <p className="text-sm font-semibold text-soft">{kind}</p>
            <h1 tabIndex={-1} className="display mt-1 text-2xl break-words max-md:text-xl">
              {title}
            </h1>
            {details}
            {actions}
          </div>
        </div>
      </header>
    </>
  )
}
