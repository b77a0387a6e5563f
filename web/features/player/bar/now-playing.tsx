import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Cover } from '../../../components/media/cover.tsx'
import { Logo } from '../../../components/media/logo.tsx'
import { ContextMenu } from '../../../components/overlays/menu.tsx'
import { slugOf } from '../../../lib/format/slug.ts'
import { Heart } from '../../favorites/heart.tsx'
import { useTrackMenu } from '../menu/use-track-menu.ts'
import type { PlayerTrack } from '../queue/track.ts'
import { useCurrentTrack } from '../state/player.ts'

/** The credits as the record prints them, each name a link. */
export function ArtistLinks({
  track,
  onFollow,
}: {
  track: Pick<PlayerTrack, 'artists' | 'artistLine'>
  onFollow?: () => void
}) {
  if (track.artists.length === 0) return track.artistLine
  return track.artists.map((artist) => (
    <Fragment key={artist.id}>
      <Link
        to="/artists/$slug"
        params={{ slug: slugOf(artist.id, artist.name) }}
        {...(onFollow && { onClick: onFollow })}
        className="rounded hover:text-text hover:underline"
      >
        {artist.name}
      </Link>
      {artist.join}
    </Fragment>
  ))
}

export function TitleLink({ track, onFollow }: { track: PlayerTrack; onFollow?: () => void }) {
  if (track.albumId === null) return track.title
  return (
    <Link
      to="/albums/$slug"
      params={{ slug: slugOf(track.albumId, track.albumName) }}
      {...(onFollow && { onClick: onFollow })}
      className="rounded hover:underline"
    >
      {track.title}
    </Link>
  )
}

function Playing({ track }: { track: PlayerTrack }) {
  const menu = useTrackMenu(track)
  return (
    <ContextMenu groups={menu}>
      <div className="flex min-w-0 items-center gap-3">
        <Cover
          name={track.albumName || track.title}
          url={track.coverUrl ?? undefined}
          color={track.coverColor}
          size={56}
          eager
        />
        <div className="min-w-0">
          <p className="truncate text-sm font-semibold" title={track.title}>
            <TitleLink track={track} />
          </p>
          <p className="truncate text-sm text-soft" title={track.artistLine}>
            <ArtistLinks track={track} />
          </p>
        </div>
        <Heart type="track" id={track.id} favorite={track.favorite} />
      </div>
    </ContextMenu>
  )
}

/** What plays: art, title, artists, heart. */
export function NowPlaying() {
  const { t } = useTranslation()
  const track = useCurrentTrack()
  if (track) return <Playing track={track} />
  return (
    <div className="flex items-center gap-3 text-faint">
      <div className="grid size-14 place-items-center rounded bg-hover opacity-60">
        <Logo size={24} />
      </div>
      <p className="truncate text-sm">{t('player.idle')}</p>
    </div>
  )
}
