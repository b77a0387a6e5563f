import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Slider } from '../../../components/controls/slider.tsx'
import { duration as clock } from '../../../lib/format/format.ts'
import { playback, usePlayer } from '../state/player.ts'

const TIME = 'w-11 shrink-0 tabular text-xs text-faint'

/** While the bar is dragged the sound stays where it was. */
function useSeek() {
  const position = usePlayer((state) => state.position)
  const duration = usePlayer((state) => state.duration)
  const [dragged, setDragged] = useState<number | null>(null)
  const known = duration > 0
  const shown = known ? Math.min(dragged ?? position, duration) : 0
  const release = (seconds: number) => {
    setDragged(null)
    playback.seek(seconds)
  }
  return { known, shown, duration, drag: setDragged, release }
}

/** Where the music is. `below`: the times go under the bar. */
export function SeekBar({ below = false }: { below?: boolean }) {
  const { t } = useTranslation()
  const { known, shown, duration, drag, release } = useSeek()
  const [now, total] = known ? [clock(shown * 1000), clock(duration * 1000)] : ['', '']
  const slider = (
    <Slider
      label={t('player.seek')}
      value={shown}
      max={known ? duration : 1}
      valueText={t('player.seekText', { position: now, duration: total })}
      disabled={!known}
      onChange={drag}
      onCommit={release}
      className={below ? 'col-span-2' : 'grow'}
    />
  )
  return (
    <div className={below ? 'grid w-full grid-cols-2 gap-y-1' : 'flex w-full min-w-0 items-center gap-2'}>
      {below && slider}
      <span className={below ? TIME : `${TIME} text-right`}>{now}</span>
      {!below && slider}
      <span className={below ? `${TIME} justify-self-end text-right` : TIME}>{total}</span>
    </div>
  )
}
