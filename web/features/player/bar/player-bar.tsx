import { ListMusic, MicVocal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { togglePanel, usePanels } from '../keys/sheet-state.ts'
import { NowPlaying } from './now-playing.tsx'
import { SeekBar } from './seek-bar.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { Transport } from './transport.tsx'
import { VolumeControl } from './volume.tsx'

/** The footer of wide screens. */
export function PlayerBar() {
  const { t } = useTranslation()
  const open = usePanels((panels) => panels.queue)
  const lyrics = usePanels((panels) => panels.lyrics)
  return (
    <section
      aria-label={t('player.label')}
      className="col-span-full hidden h-20 grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)] items-center gap-4 border-t border-line bg-raised px-4 md:grid xl:gap-8"
    >
      <NowPlaying />
      <div className="flex items-center gap-3 max-lg:flex-col max-lg:gap-0">
        <Transport />
        <SeekBar />
      </div>
      <div className="flex items-center justify-end gap-1">
        <IconButton
          icon={MicVocal}
          label={t('lyrics.title')}
          keys="Y"
          pressed={lyrics}
          aria-expanded={lyrics}
          onClick={() => togglePanel('lyrics')}
        />
        <IconButton
          icon={ListMusic}
          label={t('player.queue.title')}
          keys="L"
          pressed={open}
          aria-expanded={open}
          onClick={() => togglePanel('queue')}
        />
        <SettingsMenu />
        <VolumeControl />
      </div>
    </section>
  )
}
