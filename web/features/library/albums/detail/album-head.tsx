import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Progress } from '../../../../components/controls/progress.tsx'
import type { MenuGroups } from '../../../../components/overlays/menu.tsx'
import type { AlbumProfile } from '../../../../lib/api/discography.ts'
import { year } from '../../../../lib/format/format.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { usePageTitle } from '../../../../lib/hooks/use-title.ts'
import { Heart } from '../../../favorites/heart.tsx'
import { fromTrackRow } from '../../../player/queue/track.ts'
import { queueControls } from '../../../player/state/player.ts'
import { releaseKind } from '../../artists/detail/releases.ts'
import { PlayActions } from '../../hero/play-actions.tsx'
import { AlbumArtists } from './album-side.tsx'

type Props = { album: AlbumProfile; menu: MenuGroups }

function Actions({ album, menu }: Props) {
  const playable = album.tracks.map(fromTrackRow).filter((track) => track.streamUrl !== null)
  const start = (shuffle: boolean) =>
    queueControls.start(playable, 0, { source: `album:${album.id}`, ...(shuffle && { shuffle }) })
  return (
    <PlayActions
      name={album.name}
      silent={playable.length === 0}
      onPlay={() => start(false)}
      onShuffle={() => start(true)}
      heart={<Heart type="album" id={album.id} favorite={album.is_favorite} size="large" />}
      menu={menu}
    />
  )
}

function Genres({ genres }: Pick<AlbumProfile, 'genres'>) {
  if (genres.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-2 max-md:justify-center">
      {genres.map((genre) => (
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
  )
}

/** How much of it is owned, where that is not all. */
function Owned({ album }: { album: AlbumProfile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [owned, total] = [album.owned_tracks, Math.max(album.tracks.length, album.total_tracks)]
  if (total === 0 || owned >= total) return null
  const words =
    owned === 0
      ? t('library.albums.noneOwned')
      : t('library.albums.owned', { owned: format.count(owned), total: format.count(total) })
  return (
    <div className="mt-4 max-w-72 max-md:mx-auto">
      <p className="tabular text-sm text-soft">{words}</p>
      {owned > 0 && <Progress label={words} value={owned} max={total} className="mt-1.5" />}
    </div>
  )
}

/** What the record is: kind, title, artists, year, length, genres. */
export function AlbumHead({ album, menu }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  usePageTitle(album.name)
  const kind = releaseKind(album.release_type, album.is_compilation)
  const count = Math.max(album.tracks.length, album.total_tracks)
  const facts = [
    year(album.release_date),
    count > 0 && t('common.tracks', { count, formatted: format.count(count) }),
    album.duration_ms > 0 && format.longDuration(album.duration_ms),
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
      <Genres genres={album.genres} />
      <Owned album={album} />
      <Actions album={album} menu={menu} />
    </div>
  )
}
