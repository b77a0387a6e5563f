import { Volume, Volume1, Volume2, VolumeX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Slider } from '../../../components/controls/slider.tsx'
import { playback, usePlayer } from '../state/player.ts'

const iconOf = (volume: number) => (volume === 0 ? Volume : volume < 50 ? Volume1 : Volume2)

/** Mute and volume. `always`: with the slider on narrow screens too. */
export function VolumeControl({ always = false }: { always?: boolean }) {
  const { t } = useTranslation()
  const volume = usePlayer((state) => state.volume)
  const muted = usePlayer((state) => state.muted)
  return (
    <div className="flex items-center gap-1">
      <IconButton
        icon={muted ? VolumeX : iconOf(volume)}
        label={t(muted ? 'player.unmute' : 'player.mute')}
        keys="M"
        onClick={() => playback.toggleMute()}
      />
      <Slider
        label={t('player.volume')}
        value={muted ? 0 : volume}
        max={100}
        step={5}
        valueText={`${muted ? 0 : volume} %`}
        onChange={(next) => playback.setVolume(next)}
        className={always ? 'w-32' : 'w-24 max-lg:hidden'}
      />
    </div>
  )
}
