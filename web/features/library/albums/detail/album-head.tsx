import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AlbumDetail } from '../../../../lib/api/models.ts'
import { year } from '../../../../lib/format/format.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { usePageTitle } from '../../../../lib/hooks/use-title.ts'
import { Heart } from '../../../favorites/heart.tsx'
import { fromTrackRow } from '../../../player/queue/track.ts'
import { queueControls } from '../../../player/state/player.ts'
import { releaseKind } from '../../artists/detail/releases.ts'
import { PlayActions } from '../../hero/play-actions.tsx'
import { useAlbumMenu } from '../use-album-menu.ts'
import { AlbumArtists } from './album-side.tsx'

function Actions({ album }: { album: AlbumDetail }) {
  const menu = useAlbumMenu(album)
  const playable = album.tracks.map(fromTrackRow).filter((track) => track.streamUrl !== null)
  const start = (shuffle: boolean) =>
    queueControls.start(playable, 0, { source: `album:${album.id}`, ...(shuffle && { shuffle }) })
  return (
    <PlayActions
      name={album.name}
      disabled={playable.length === 0}
      onPlay={() => start(false)}
      onShuffle={() => start(true)}
      heart={<Heart type="album" id={album.id} favorite={album.is_favorite} size="large" />}
      menu={menu}
    />
  )
}

/** What the record is: kind, title, artists, year, length, genres. */
export function AlbumHead({ album }: { album: AlbumDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  usePageTitle(album.name)
  const kind = releaseKind(album.release_type, album.is_compilation)
  const count = album.tracks.length
  const facts = [
    year(album.release_date),
    t('common.tracks', { count, formatted: format.count(count) }),
    format.longDuration(album.duration_ms),
  ].filter(Boolean)
  return (
    <div className="max-md:text-center">
      <p className="text-sm font-semibold text-accent-text">{t(`library.albums.types.${kind}`)}</p>
      <h1 tabIndex={-1} className="display mt-1 text-2xl break-words max-md:text-xl">
        {album.name}
      </h1>
      <p className="mt-2 text-base text-soft">
        <AlbumArtists album={album} />
      </p>
      <p className="mt-1 tabular text-sm text-faint">{facts.join(' · ')}</p>
      {album.genres.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2 max-md:justify-center">
          {album.genres.map((genre) => (
            <li key={genre}>
              <Link
                to="/albums"
                search={{ genre }}
                className="inline-flex h-7 items-center rounded-full bg-hover px-3 text-xs font-medium text-soft transition-colors hover:bg-pressed hover:text-text"
              >
                {genre}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Actions album={album} />
    </div>
  )
}
