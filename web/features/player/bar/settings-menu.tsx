import { AudioLines, Shuffle, SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Menu, type MenuGroups } from '../../../components/overlays/menu.tsx'
import { GAIN_MODES } from '../engine/gain.ts'
import { playback, queueControls, usePlayer } from '../state/player.ts'

/** Loudness, and a new order for the queue. */
export function SettingsMenu() {
  const { t } = useTranslation()
  const mode = usePlayer((state) => state.gainMode)
  const empty = usePlayer((state) => state.queue.items.length === 0)
  const groups: MenuGroups = [
    GAIN_MODES.map((id) => ({
      id,
      label: t(`player.gain.${id}`),
      icon: AudioLines,
      checked: id === mode,
      onSelect: () => playback.setGainMode(id),
    })),
    [
      {
        id: 'mix',
        label: t('player.shuffleNow'),
        icon: Shuffle,
        disabled: empty,
        onSelect: () => queueControls.shuffleNow(),
      },
    ],
  ]
  return (
    <Menu groups={groups} side="top" label={t('player.gain.label')}>
      <IconButton icon={SlidersHorizontal} label={t('player.settings')} tip={false} />
    </Menu>
  )
}
