import { ChevronDown, Disc3, ListMusic, MicVocal } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Cover } from '../../../components/media/cover.tsx'
import { Heart } from '../../favorites/heart.tsx'
import { ArtistLinks, TitleLink } from '../bar/now-playing.tsx'
import { SeekBar } from '../bar/seek-bar.tsx'
import { SettingsMenu } from '../bar/settings-menu.tsx'
import { Transport } from '../bar/transport.tsx'
import { VolumeControl } from '../bar/volume.tsx'
import { setPanel, usePanels } from '../keys/sheet-state.ts'
import { LyricsView } from '../lyrics/lyrics-view.tsx'
import { QueueHead } from '../panel/queue-head.tsx'
import { QueueList } from '../panel/queue-list.tsx'
import type { PlayerTrack } from '../queue/track.ts'
import { useCurrentTrack } from '../state/player.ts'
import { useSwipeDown } from './use-swipe-down.ts'

const close = () => setPanel('sheet', false)

function Playing({ track }: { track: PlayerTrack }) {
  return (
    <div className="flex min-h-0 grow flex-col justify-evenly gap-6 px-7 pb-6">
      <div className="mx-auto aspect-square max-h-[46dvh] w-full max-w-[46dvh]">
        <Cover
          name={track.albumName || track.title}
          url={track.coverUrl ?? undefined}
          color={track.coverColor}
          size={400}
          fluid
          eager
          className="rounded-card"
        />
      </div>
      <div className="flex items-center gap-3">
        <div className="min-w-0 grow">
          <p className="display truncate text-lg">
            <TitleLink track={track} onFollow={close} />
          </p>
          <p className="truncate text-base text-soft">
            <ArtistLinks track={track} onFollow={close} />
          </p>
        </div>
        <Heart type="track" id={track.id} favorite={track.favorite} size="large" className="-mr-3" />
      </div>
      <SeekBar below />
      <Transport large />
    </div>
  )
}

function Queue() {
  return (
    <div data-no-swipe className="flex min-h-0 grow flex-col">
      <div className="px-5 pb-3">
        <QueueHead />
      </div>
      <QueueList />
    </div>
  )
}

function Words() {
  return (
    <div className="flex min-h-0 grow flex-col">
      <LyricsView />
    </div>
  )
}

type View = 'now' | 'queue' | 'lyrics'

/** Buttons that lead to another view of the sheet and back. */
function ViewButtons({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation()
  const buttons = [
    ['lyrics', MicVocal, t('lyrics.title')],
    ['queue', ListMusic, t('player.queue.title')],
  ] as const
  return buttons.map(([id, icon, label]) => (
    <IconButton
      key={id}
      icon={view === id ? Disc3 : icon}
      label={view === id ? t('player.queue.now') : label}
      tip={false}
      onClick={() => onView(view === id ? 'now' : id)}
    />
  ))
}

/** The whole player on a phone; a pull downwards or the arrow closes it. */
export function PlayerSheet() {
  const { t } = useTranslation()
  const open = usePanels((panels) => panels.sheet)
  const [view, setView] = useState<View>('now')
  const track = useCurrentTrack()
  const { pulled, handlers } = useSwipeDown(close)
  return (
    <Dialog.Root open={open && track !== undefined} onOpenChange={(next) => setPanel('sheet', next)}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          {...handlers}
          style={{ transform: pulled > 0 ? `translateY(${pulled}px)` : undefined }}
          className="fixed inset-0 z-40 flex animate-rise touch-pan-x flex-col bg-page pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)] outline-none"
        >
          <div className="flex h-16 shrink-0 items-center justify-between px-3">
            <IconButton icon={ChevronDown} label={t('player.close')} size="large" tip={false} onClick={close} />
            <Dialog.Title className="truncate text-sm font-medium text-soft">{track?.albumName}</Dialog.Title>
            <SettingsMenu />
          </div>
          {track && view === 'now' && <Playing track={track} />}
          {track && view === 'queue' && <Queue />}
          {track && view === 'lyrics' && <Words />}
          <div className="flex h-14 shrink-0 items-center justify-between px-5">
            <VolumeControl always />
            <div className="flex items-center gap-1">
              <ViewButtons view={view} onView={setView} />
            </div>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
