import clsx from 'clsx'
import { Pause, Play, Repeat, Repeat1, Shuffle, SkipBack, SkipForward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { Tip } from '../../../components/overlays/tip.tsx'
import { playback, queueControls, useIsPlaying, usePlayer } from '../state/player.ts'

export function PlayButton({ large = false }: { large?: boolean }) {
  const { t } = useTranslation()
  const playing = useIsPlaying()
  const waiting = usePlayer((state) => state.status === 'loading')
  const empty = usePlayer((state) => state.queue.items.length === 0)
  const label = t(playing ? 'player.pause' : 'player.play')
  return (
    <Tip label={label} keys={t('player.keys.space')}>
      <button
        type="button"
        aria-label={label}
        disabled={empty}
        onClick={() => playback.toggle()}
        className={clsx(
          'grid shrink-0 place-items-center rounded-full bg-text text-page transition-[opacity,transform] not-disabled:hover:scale-105 disabled:opacity-30',
          large ? 'size-16' : 'size-10',
          waiting && 'animate-breathe',
        )}
      >
        <Icon
          icon={playing ? Pause : Play}
          size={large ? 28 : 20}
          filled
          className={clsx(!playing && 'translate-x-px')}
        />
      </button>
    </Tip>
  )
}

function ShuffleButton() {
  const { t } = useTranslation()
  const on = usePlayer((state) => state.shuffle)
  return (
    <IconButton
      icon={Shuffle}
      label={t(on ? 'player.shuffle.on' : 'player.shuffle.off')}
      pressed={on}
      onClick={() => queueControls.toggleShuffle()}
    />
  )
}

function RepeatButton() {
  const { t } = useTranslation()
  const repeat = usePlayer((state) => state.repeat)
  return (
    <IconButton
      icon={repeat === 'one' ? Repeat1 : Repeat}
      label={t(`player.repeat.${repeat}`)}
      pressed={repeat !== 'off'}
      onClick={() => queueControls.cycleRepeat()}
    />
  )
}

/** Shuffle, previous, play, next, repeat. */
export function Transport({ large = false }: { large?: boolean }) {
  const { t } = useTranslation()
  const empty = usePlayer((state) => state.queue.items.length === 0)
  const size = large ? 'large' : 'normal'
  return (
    <div className={clsx('flex items-center', large ? 'w-full justify-between' : 'gap-1')}>
      <ShuffleButton />
      <IconButton
        icon={SkipBack}
        filled
        label={t('player.previous')}
        keys="P"
        size={size}
        disabled={empty}
        onClick={() => playback.previous()}
      />
      <PlayButton large={large} />
      <IconButton
        icon={SkipForward}
        filled
        label={t('player.next')}
        keys="N"
        size={size}
        disabled={empty}
        onClick={() => playback.next()}
      />
      <RepeatButton />
    </div>
  )
}
