import { Link } from '@tanstack/react-router'
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Card } from '../../../components/media/card.tsx'
import { ContextMenu } from '../../../components/overlays/menu.tsx'
import type { ArtistRow } from '../../../lib/api/models.ts'
import { slugOf } from '../../../lib/format/slug.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { CardActions } from '../toolbar/card-actions.tsx'
import { useArtistActions, useArtistMenu } from './use-artist-actions.ts'

/** `2 albums · Folk, Jazz`: how much there is, and of what kind. */
function useArtistNote() {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ album_count: albums, track_count: tracks, genres }: ArtistRow): string => {
    const much =
      albums > 0
        ? t('common.albums', { count: albums, formatted: format.count(albums) })
        : t('common.tracks', { count: tracks, formatted: format.count(tracks) })
    return [much, genres.slice(0, 2).join(', ')].filter(Boolean).join(' · ')
  }
}

/** An artist in the grid. */
export function ArtistCard({ artist }: { artist: ArtistRow }) {
  const { t } = useTranslation()
  const note = useArtistNote()
  const menu = useArtistMenu(artist)
  const { play, hide } = useArtistActions(artist)
  return (
    <ContextMenu groups={menu}>
      <div className="group/card relative">
        <Card
          name={artist.name}
          note={note(artist)}
          url={artist.images[0]?.url}
          shape="round"
          onPlay={play}
          link={(children, className) => (
            <Link to="/artists/$slug" params={{ slug: slugOf(artist.id, artist.name) }} className={className}>
              {children}
            </Link>
          )}
        />
        <CardActions type="artist" id={artist.id} favorite={artist.is_favorite}>
          <IconButton
            icon={EyeOff}
            size="small"
            label={t('library.artists.hideName', { name: artist.name })}
            onClick={hide}
            className="bg-page/85"
          />
        </CardActions>
      </div>
    </ContextMenu>
  )
}
