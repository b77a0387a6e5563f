import clsx from 'clsx'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrackLyrics } from '../../../lib/api/models.ts'
import { playback, usePlayer } from '../state/player.ts'
import { lineAfterKey, lineAt } from './line-at.ts'

type Lines = { lines: NonNullable<TrackLyrics['lines']> }

/** Who scrolls by hand reads on undisturbed for so long. */
const HANDS_OFF_MS = 4000

/** Keeps the sung line in the middle, unless the reader has just scrolled; without movement for who wants none. */
function useFollow(now: number) {
  const box = useRef<HTMLDivElement>(null)
  const touched = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>(`[data-line="${now}"]`)
    if (!box.current || !line || performance.now() - touched.current < HANDS_OFF_MS) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const top = line.offsetTop - (box.current.clientHeight - line.clientHeight) / 2
    box.current.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' })
  }, [now])
  const onTouch = () => {
    touched.current = performance.now()
  }
  return { box, handlers: { onWheel: onTouch, onTouchMove: onTouch } }
}

function moveFocus(event: KeyboardEvent<HTMLElement>, count: number): void {
  const from = Number((event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line ?? Number.NaN)
  const to = Number.isNaN(from) ? null : lineAfterKey(event.key, from, count)
  if (to === null) return
  // The arrows are the player's elsewhere.
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>(`[data-line="${to}"]`)?.focus()
}

/** Lines that follow the music; a press, or Enter on a line, plays from there. One tab stop, arrows between lines. */
export function SyncedLines({ lines }: Lines) {
  const { t } = useTranslation()
  const now = usePlayer((state) => lineAt(lines, state.position))
  const { box, handlers } = useFollow(now)
  return (
    <div
      ref={box}
      {...handlers}
      data-no-swipe
      data-synced
      className="relative min-h-0 grow overflow-y-auto px-3 py-[30%]"
    >
      <ol onKeyDown={(event) => moveFocus(event, lines.length)}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat and never move
          <li key={index}>
            <button
              type="button"
              data-line={index}
              tabIndex={index === Math.max(0, now) ? 0 : -1}
              aria-current={index === now || undefined}
              aria-label={t('lyrics.seekLine', { line: line.text || t('lyrics.pause') })}
              onClick={() => playback.seek(line.at_ms / 1000)}
              className={clsx(
                'display block w-full rounded-control px-2 py-1.5 text-left text-lg transition-colors hover:text-text',
                index === now ? 'text-accent-text' : index < now ? 'text-faint' : 'text-soft',
              )}
            >
              {line.text || '♪'}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The same lines of a song that does not play just now: to read. */
export function StillLines({ lines }: Lines) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is read with the keys too
    <ol tabIndex={0} data-no-swipe className="min-h-0 grow overflow-y-auto px-5 py-2">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat and never move
        <li key={index} className="display py-1.5 text-lg text-soft">
          {line.text || '♪'}
        </li>
      ))}
    </ol>
  )
}
