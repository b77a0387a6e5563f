import clsx from 'clsx'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LETTERS, type Letter, letterAt } from './letters.ts'

type Props = { current: Letter | undefined; onJump: (letter: Letter) => void }

/** Arrows walk along the rail; the tab key passes it in one step. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const here = buttons.indexOf(event.target as HTMLButtonElement)
  const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[Math.min(buttons.length - 1, Math.max(0, next))]?.focus()
}

/** A finger that slides along the rail jumps once, where it is lifted. */
function useSlide(onJump: Props['onJump']) {
  const slid = useRef<Letter | null>(null)
  const letter = (event: PointerEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return letterAt(event.clientY, top, height)
  }
  return {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'touch' && event.buttons > 0) slid.current = letter(event)
    },
    onPointerUp: () => {
      if (slid.current !== null) onJump(slid.current)
      slid.current = null
    },
    onPointerCancel: () => {
      slid.current = null
    },
  }
}

/** Jumps to a letter of a list that is sorted by name. */
export function LetterRail({ current, onJump }: Props) {
  const { t } = useTranslation()
  const slide = useSlide(onJump)
  const focusable = current ?? '#'
  return (
    <nav aria-label={t('library.grid.rail')} className="sticky top-32 h-0 w-5 shrink-0 max-md:top-40 md:w-6">
      <div
        {...slide}
        onKeyDown={walk}
        role="toolbar"
        aria-orientation="vertical"
        className="flex h-[calc(100dvh-var(--player-height)-var(--bottom-bar-height)-248px)] max-h-150 min-h-64 touch-none flex-col select-none"
      >
        {LETTERS.map((letter) => (
          <button
            key={letter}
            type="button"
            tabIndex={letter === focusable ? 0 : -1}
            aria-current={letter === current || undefined}
            aria-label={letter === '#' ? t('library.grid.toStart') : t('library.grid.toLetter', { letter })}
            onClick={() => onJump(letter)}
            className={clsx(
              'min-h-0 grow basis-0 rounded text-center text-[11px] leading-none font-semibold transition-colors hover:text-text',
              letter === current ? 'text-accent-text' : 'text-faint',
            )}
          >
            {letter}
          </button>
        ))}
      </div>
    </nav>
  )
}
