import { Link } from '@tanstack/react-router'
import { Card } from '../../../components/media/card.tsx'
import { ContextMenu } from '../../../components/overlays/menu.tsx'
import type { AlbumRow } from '../../../lib/api/models.ts'
import { year } from '../../../lib/format/format.ts'
import { slugOf } from '../../../lib/format/slug.ts'
import { usePlayAlbum } from '../../player/menu/play-album.ts'
import { CardActions } from '../toolbar/card-actions.tsx'
import { useAlbumMenu } from './use-album-menu.ts'

type Props = { album: AlbumRow /** On the artist's own page the name says nothing new. */; hideArtist?: boolean }

/** An album in a grid: art, title, artist and year. */
export function AlbumCard({ album, hideArtist = false }: Props) {
  const menu = useAlbumMenu(album, { hideArtist })
  const play = usePlayAlbum()
  const note = [hideArtist ? '' : album.artist_name, year(album.release_date)].filter(Boolean).join(' · ')
  return (
    <ContextMenu groups={menu}>
      <div className="group/card relative">
        <Card
          name={album.name}
          note={note === '' ? ' ' : note}
          url={album.images[0]?.url}
          color={album.cover_color}
          onPlay={() => play(album.id)}
          link={(children, className) => (
            <Link to="/albums/$slug" params={{ slug: slugOf(album.id, album.name) }} className={className}>
              {children}
            </Link>
          )}
        />
        <CardActions type="album" id={album.id} favorite={album.is_favorite} />
      </div>
    </ContextMenu>
  )
}
