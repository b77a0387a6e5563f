import clsx from 'clsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Children, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../controls/icon-button.tsx'

type Props = { title: string; action?: ReactNode; children: ReactNode }

/** Whether there is more to the left and to the right. */
function useEdges(count: number) {
  const ref = useRef<HTMLUListElement>(null)
  const [edges, setEdges] = useState({ left: false, right: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of cards changes the width
  useEffect(() => {
    const row = ref.current
    if (!row) return undefined
    const look = () =>
      setEdges({ left: row.scrollLeft > 4, right: row.scrollLeft + row.clientWidth < row.scrollWidth - 4 })
    const sizes = new ResizeObserver(look)
    sizes.observe(row)
    row.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      row.removeEventListener('scroll', look)
    }
  }, [count])
  return { ref, edges }
}

/** Arrow keys move between the cards' links. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('h3 a, h3 button')]
  const here = links.findIndex((link) => link.closest('li')?.contains(document.activeElement))
  const target = links[here + step]
  if (here < 0 || !target) return
  event.preventDefault()
  event.stopPropagation()
  target.focus()
}

type Edges = { left: boolean; right: boolean }

/** Turns the row a page; for mice only, fingers do not need it. */
function Pager({ edges, onPage }: { edges: Edges; onPage: (direction: 1 | -1) => void }) {
  const { t } = useTranslation()
  const idle = !edges.left && !edges.right
  return (
    <div className={clsx('ml-auto flex pointer-coarse:hidden', idle && 'invisible')}>
      <IconButton
        icon={ChevronLeft}
        label={t('common.scrollBack')}
        size="small"
        disabled={!edges.left}
        onClick={() => onPage(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label={t('common.scrollOn')}
        size="small"
        disabled={!edges.right}
        onClick={() => onPage(1)}
      />
    </div>
  )
}

/** A titled row of cards that snaps; scrolls by wheel, finger, buttons and arrow keys. */
export function CardRow({ title, action, children }: Props) {
  const cards = Children.toArray(children)
  const { ref, edges } = useEdges(cards.length)
  const page = (direction: 1 | -1) =>
    ref.current?.scrollBy({ left: direction * ref.current.clientWidth * 0.8, behavior: 'smooth' })
  return (
    <section aria-label={title} className="mt-10 first:mt-0">
      <div className="mb-2 flex h-10 items-center gap-2">
        <h2 className="display text-lg">{title}</h2>
        {action}
        <Pager edges={edges} onPage={page} />
      </div>
      <ul
        ref={ref}
        onKeyDown={moveFocus}
        className="no-scrollbar -mx-4 grid snap-x snap-proximity scroll-px-2 auto-cols-[clamp(140px,40vw,184px)] grid-flow-col overflow-x-auto overscroll-x-contain px-2 py-1 md:-mx-8 md:scroll-px-6 md:px-6"
      >
        {cards.map((card, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: Children.toArray keeps the order, the card has its own key
          <li key={index} className="min-w-0 snap-start">
            {card}
          </li>
        ))}
      </ul>
    </section>
  )
}
