import { SkipForward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Cover } from '../../../components/media/cover.tsx'
import { PlayButton } from '../bar/transport.tsx'
import { setPanel } from '../keys/sheet-state.ts'
import { playback, useCurrentTrack, usePlayer } from '../state/player.ts'

function Line() {
  const share = usePlayer(({ position, duration }) => (duration > 0 ? Math.min(1, position / duration) : 0))
  return (
    <div className="absolute inset-x-3 top-0 h-0.5 overflow-hidden rounded-full bg-pressed">
      <div className="h-full origin-left bg-accent" style={{ transform: `scaleX(${share})` }} />
    </div>
  )
}

/** The player of phones: a strip above the bottom bar; a tap opens the sheet. Absent while there is nothing to play. */
export function PlayerStrip() {
  const { t } = useTranslation()
  const track = useCurrentTrack()
  if (!track) return <div />
  return (
    <section
      aria-label={t('player.label')}
      className="relative mx-2 mb-1 flex h-15 items-center gap-1 overflow-hidden rounded-card bg-hover pr-2"
    >
      <Line />
      <button
        type="button"
        aria-label={t('player.open')}
        onClick={() => setPanel('sheet', true)}
        className="flex h-full min-w-0 grow items-center gap-3 pl-2 text-left -outline-offset-2"
      >
        <Cover
          name={track.albumName || track.title}
          url={track.coverUrl ?? undefined}
          color={track.coverColor}
          size={44}
        />
        <span className="min-w-0">
          <span className="block truncate text-sm font-semibold">{track.title}</span>
          <span className="block truncate text-sm text-soft">{track.artistLine}</span>
        </span>
      </button>
      <PlayButton />
      <IconButton icon={SkipForward} filled label={t('player.next')} tip={false} onClick={() => playback.next()} />
    </section>
  )
}
