import { Link } from '@tanstack/react-router'
import { CircleAlert, HardDrive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import type { OverviewItem } from '../../../../lib/api/models.ts'
import { duration } from '../../../../lib/format/format.ts'
import { slugOf } from '../../../../lib/format/slug.ts'
import type { PlayerTrack } from '../../../player/queue/track.ts'
import { Credits } from '../../track-list/row-parts.tsx'
import type { Column } from './columns.ts'

type Props = { column: Column; item: OverviewItem; track: PlayerTrack; tabIndex: number }

function FileState({ exists }: { exists: boolean }) {
  const { t } = useTranslation()
  const label = t(exists ? 'library.tracks.hasFile' : 'library.tracks.noFile')
  return (
    <span title={label} className={exists ? 'text-faint' : 'text-danger'}>
      <Icon icon={exists ? HardDrive : CircleAlert} size={16} />
      <span className="sr-only">{label}</span>
    </span>
  )
}

/** What a column says about a track. */
export function Cell({ column, item, track, tabIndex }: Props) {
  if (column === 'artist') return <Credits track={track} tabIndex={tabIndex} />
  if (column === 'album') {
    if (item.album_id === null || item.album_name === null) return null
    return (
      <Link
        to="/albums/$slug"
        params={{ slug: slugOf(item.album_id, item.album_name) }}
        tabIndex={tabIndex}
        className="rounded hover:text-text hover:underline"
      >
        {item.album_name}
      </Link>
    )
  }
  if (column === 'genres') return item.genres.join(', ')
  if (column === 'bpm') return item.bpm === null ? '' : String(Math.round(item.bpm))
  if (column === 'number') return item.track_number === null ? '' : String(item.track_number)
  if (column === 'file') return <FileState exists={item.local_file_exists} />
  return duration(item.duration_ms)
}

export const isFigure = (column: Column): boolean => ['bpm', 'number', 'duration'].includes(column)
