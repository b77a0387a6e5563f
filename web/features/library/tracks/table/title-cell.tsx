import clsx from 'clsx'
import { Heart, Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../../components/controls/icon-button.tsx'
import { useErrorText } from '../../../../components/feedback/error-text.ts'
import { Cover } from '../../../../components/media/cover.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import { toast } from '../../../../components/overlays/toasts.ts'
import { keepAll, useFavorite } from '../../../favorites/use-favorite.ts'
import type { PlayerTrack } from '../../../player/queue/track.ts'
import { useIsPlaying } from '../../../player/state/player.ts'
import { Box } from '../../track-list/box.tsx'
import { playOrToggle } from '../../track-list/play.ts'
import { Credits, ON_ROW } from '../../track-list/row-parts.tsx'
import type { Row } from './group.ts'

/** The heart of a row stands for every version of the song. */
export function GroupHeart({ row, tabIndex }: { row: Row; tabIndex: number }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const { favorite } = useFavorite('track', row.item.track_id, row.favorite)
  const toggle = () =>
    keepAll('track', row.ids, !favorite).catch((error: unknown) => toast(errorText(error).what, { tone: 'bad' }))
  return (
    <IconButton
      icon={Heart}
      size="small"
      label={t(favorite ? 'player.favorite.remove' : 'player.favorite.add')}
      pressed={favorite}
      filled={favorite}
      tip={false}
      tabIndex={tabIndex}
      onClick={() => void toggle()}
      className={clsx(!favorite && ON_ROW)}
    />
  )
}

/** Small art that turns into the button that plays. */
function Art({
  track,
  current,
  tabIndex,
  onPlay,
}: {
  track: PlayerTrack
  current: boolean
  tabIndex: number
  onPlay: () => void
}) {
  const { t } = useTranslation()
  const playing = useIsPlaying() && current
  return (
    <div className="relative shrink-0">
      <Cover
        name={track.albumName || track.title}
        url={track.coverUrl ?? undefined}
        color={track.coverColor}
        size={40}
      />
      {track.streamUrl !== null && (
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={playing ? t('player.pause') : t('common.playName', { name: track.title })}
          onClick={() => playOrToggle(current, onPlay)}
          className={clsx(
            'absolute inset-0 grid place-items-center rounded bg-black/55 text-white transition-opacity pointer-coarse:hidden',
            current ? 'opacity-100' : 'opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100',
          )}
        >
          <Icon icon={playing ? Pause : Play} size={18} filled />
        </button>
      )}
    </div>
  )
}

function TitleLine({ row, track, current }: { row: Row; track: PlayerTrack; current: boolean }) {
  const { t } = useTranslation()
  const versions = row.ids.length
  return (
    <p className="flex items-center gap-2">
      <span
        title={track.title}
        className={clsx(
          'truncate text-sm font-medium',
          current ? 'text-accent-text' : track.streamUrl === null ? 'text-faint' : 'text-text',
        )}
      >
        {track.title}
      </span>
      {versions > 1 && (
        <span
          title={t('library.tracks.versions', { count: versions })}
          className="shrink-0 rounded-full bg-pressed px-1.5 text-xs text-faint"
        >
          ×{versions}
          <span className="sr-only"> {t('library.tracks.versions', { count: versions })}</span>
        </span>
      )}
    </p>
  )
}

type TitleProps = {
  row: Row
  track: PlayerTrack
  current: boolean
  tabIndex: number
  withArtist: boolean
  onPlay: () => void
}

/** Art, title, number of versions and, where it has no column, the artist. */
export function TitleCell({ row, track, current, tabIndex, withArtist, onPlay }: TitleProps) {
  return (
    <Box as="gridcell" className="flex min-w-0 items-center gap-3">
      <Art track={track} current={current} tabIndex={tabIndex} onPlay={onPlay} />
      <div className="min-w-0">
        <TitleLine row={row} track={track} current={current} />
        {withArtist && (
          <p className="truncate text-sm text-faint">
            <Credits track={track} tabIndex={tabIndex} />
          </p>
        )}
      </div>
    </Box>
  )
}
