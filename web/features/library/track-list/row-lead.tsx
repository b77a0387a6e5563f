import clsx from 'clsx'
import { Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { useIsPlaying } from '../../player/state/player.ts'
import { playOrToggle } from './play.ts'

/** Three bars that move while the track sounds, and stand while it is paused. */
function Bars({ moving }: { moving: boolean }) {
  return (
    <span className="flex h-3.5 items-end gap-0.5 text-accent-text" aria-hidden="true">
      {[0, 180, 90].map((delay, index) => (
        <span
          key={delay}
          className={clsx('w-[3px] origin-bottom rounded-sm bg-current', moving && 'animate-bar')}
          style={{ height: ['60%', '100%', '75%'][index], animationDelay: `-${delay}ms` }}
        />
      ))}
    </span>
  )
}

type Props = {
  /** The number on the record, or nothing. */
  number: string
  title: string
  current: boolean
  playable: boolean
  tabIndex: number
  onPlay: () => void
}

const OVER = 'absolute inset-0 grid place-items-center'
const SWAP = 'transition-opacity group-hover/row:opacity-0 group-focus-within/row:opacity-0'

/** A track's number; under the pointer and with the focus it is the button that plays. */
export function RowLead({ number, title, current, playable, tabIndex, onPlay }: Props) {
  const { t } = useTranslation()
  const playing = useIsPlaying() && current
  return (
    <div className="relative size-8 shrink-0">
      <span className={clsx(OVER, playable && SWAP)}>
        {current ? <Bars moving={playing} /> : <span className="tabular text-sm text-faint">{number}</span>}
      </span>
      {playable && (
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={playing ? t('player.pause') : t('common.playName', { name: title })}
          onClick={() => playOrToggle(current, onPlay)}
          className={clsx(
            OVER,
            'rounded-full text-text opacity-0 transition-opacity group-hover/row:opacity-100 focus-visible:opacity-100 group-focus-within/row:opacity-100',
          )}
        >
          <Icon icon={playing ? Pause : Play} size={16} filled />
        </button>
      )}
    </div>
  )
}
