import clsx from 'clsx'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import type { Streak } from '../../../lib/api/emotions.ts'
import { COLORS, ICONS } from '../../mood/emotions.ts'
import { Panel } from '../summary/panel.tsx'
import { useWords } from '../words.ts'
import { type Segment, type Strip, stripOf, ticksOf } from './strip.ts'

/** A piece that takes this part of the strip has room for its icon. */
const ROOM = 0.035
/** A shorter piece needs its seconds to say when it was. */
const SHORT_MS = 120_000

function useSegmentWords() {
  const { t } = useTranslation()
  const words = useWords()
  return ({ found, from, to, readings }: Segment) => {
    const clock = to - from < SHORT_MS ? words.exact : words.time
    return t('history.segment', {
      emotion: words.emotion(found),
      from: clock(from),
      to: clock(to),
      count: readings,
    })
  }
}

/** What the chosen piece of the strip is, in words. */
function Detail({ segment }: { segment: Segment | undefined }) {
  const { t } = useTranslation()
  const say = useSegmentWords()
  return (
    <p className="mt-3 flex h-5 items-center gap-2 text-sm text-soft">
      {segment && <Icon icon={ICONS[segment.found]} size={16} className="shrink-0" />}
      <span className={clsx('truncate', !segment && 'text-faint')}>
        {segment ? say(segment) : t('history.stripHint')}
      </span>
    </p>
  )
}

/** Left and right go from piece to piece; the strip is one stop of the Tab key. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0) return
  const pieces = [...event.currentTarget.querySelectorAll('button')]
  const here = pieces.findIndex((piece) => piece.contains(document.activeElement))
  const next = pieces[here + by]
  event.preventDefault()
  next?.focus()
}

type PieceProps = {
  segment: Segment
  place: { left: string; width: string }
  roomy: boolean
  dim: boolean
  /** The one that the Tab key reaches. */
  first: boolean
  onActive: () => void
}

function Piece({ segment, place, roomy, dim, first, onActive }: PieceProps) {
  const say = useSegmentWords()
  return (
    <button
      type="button"
      tabIndex={first ? 0 : -1}
      aria-label={say(segment)}
      onFocus={onActive}
      onMouseEnter={onActive}
      style={{ ...place, background: COLORS[segment.found] }}
      className={clsx(
        'absolute inset-y-0 grid place-items-center -outline-offset-2 transition-opacity',
        dim && 'opacity-55',
      )}
    >
      {roomy && <Icon icon={ICONS[segment.found]} size={18} className="text-black/65" />}
    </button>
  )
}

function Pieces({ strip, active, onActive }: { strip: Strip; active: number; onActive: (index: number) => void }) {
  const { t } = useTranslation()
  const { from, to, segments } = strip
  const share = (at: number) => `${((at - from) / (to - from)) * 100}%`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form
    <div
      role="group"
      aria-label={t('history.strip')}
      onKeyDown={step}
      onMouseLeave={() => onActive(-1)}
      className="relative h-12 overflow-hidden rounded-control bg-hover"
    >
      {segments.map((segment, index) => (
        <Piece
          key={segment.from}
          segment={segment}
          place={{ left: share(segment.from), width: share(from + segment.to - segment.from) }}
          roomy={(segment.to - segment.from) / (to - from) >= ROOM}
          dim={active >= 0 && active !== index}
          first={index === Math.max(0, active)}
          onActive={() => onActive(index)}
        />
      ))}
    </div>
  )
}

function Ticks({ strip }: { strip: Strip }) {
  const words = useWords()
  const ticks = ticksOf(strip)
  return (
    <div aria-hidden="true" className="relative mt-1.5 h-4 text-xs tabular text-faint">
      {ticks.map((at, index) => (
        <span
          key={at}
          style={{ left: `${((at - strip.from) / (strip.to - strip.from)) * 100}%` }}
          className={clsx(
            'absolute whitespace-nowrap max-sm:nth-[even]:hidden',
            index > 0 && '-translate-x-1/2',
            index > 0 && at === strip.to && '-translate-x-full',
          )}
        >
          {words.time(at)}
        </span>
      ))}
    </div>
  )
}

/** A day as a strip of coloured pieces, each with its words on hover and focus. */
export function DayStrip({ streaks }: { streaks: readonly Streak[] }) {
  const { t } = useTranslation()
  const [active, setActive] = useState(-1)
  const strip = stripOf(streaks)
  if (strip === null) return null
  return (
    <Panel title={t('history.strip')}>
      <Pieces strip={strip} active={active} onActive={setActive} />
      <Ticks strip={strip} />
      <Detail segment={strip.segments[active]} />
    </Panel>
  )
}
