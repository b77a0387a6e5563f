import { Link } from '@tanstack/react-router'
import { CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../components/media/card.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import { ContextMenu } from '../../../../components/overlays/menu.tsx'
import type { ShownAlbum } from '../../../../lib/api/discography.ts'
import { year } from '../../../../lib/format/format.ts'
import { slugOf } from '../../../../lib/format/slug.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { usePlayAlbum } from '../../../player/menu/play-album.ts'
import { useAlbumMenu } from '../../albums/use-album-menu.ts'
import { CardActions } from '../../toolbar/card-actions.tsx'

const BADGE =
  'inline-flex h-6 items-center gap-1 rounded-full bg-page/85 px-2 text-xs font-semibold text-text ring-1 ring-inset'

/** How much of a record is owned, where that is not all of it. */
function OwnedBadge({ album }: { album: Pick<ShownAlbum, 'state' | 'owned_tracks' | 'total_tracks'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (album.state === 'missing') {
    return (
      <span className={`${BADGE} ring-control`}>
        <Icon icon={CircleDashed} size={12} />
        {t('library.artist.missing')}
      </span>
    )
  }
  if (album.state === 'owned') return null
  const counts = { owned: format.count(album.owned_tracks), total: format.count(album.total_tracks) }
  return (
    <span className={`${BADGE} tabular ring-accent-text`}>
      <span aria-hidden="true">{t('library.artist.partly', counts)}</span>
      <span className="sr-only">{t('library.artist.partlyLabel', counts)}</span>
    </span>
  )
}

type Props = {
  album: ShownAlbum
  artist: { id: number | null; name: string }
  /** The grey line under the title instead of the year. */
  note?: string
}

/** A record in a discography: in full colour when owned, dimmed with an outlined badge when missing. */
export function ReleaseCard({ album, artist, note }: Props) {
  const menu = useAlbumMenu({ id: album.id, artist_id: artist.id, artist_name: artist.name }, { hideArtist: true })
  const play = usePlayAlbum()
  const missing = album.state === 'missing'
  const card = (
    <div className="group/card relative">
      <Card
        name={album.name}
        note={(note ?? year(album.release_date)) || ' '}
        url={album.images[0]?.url}
        color={album.cover_color}
        dim={missing}
        badge={<OwnedBadge album={album} />}
        {...(!missing && { onPlay: () => play(album.id) })}
        link={(children, className) => (
          <Link to="/albums/$slug" params={{ slug: slugOf(album.id, album.name) }} className={className}>
            {children}
          </Link>
        )}
      />
      <CardActions type="album" id={album.id} favorite={album.is_favorite} />
    </div>
  )
  return missing ? card : <ContextMenu groups={menu}>{card}</ContextMenu>
}
