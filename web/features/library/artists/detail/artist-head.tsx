import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Cover } from '../../../../components/media/cover.tsx'
import type { ArtistRow } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { Heart } from '../../../favorites/heart.tsx'
import { Hero } from '../../hero/hero.tsx'
import { PlayActions } from '../../hero/play-actions.tsx'
import { useArtistActions, useArtistMenu } from '../use-artist-actions.ts'

function Genres({ genres }: { genres: readonly string[] }) {
  if (genres.length === 0) return null
  return (
    <ul className="mt-4 flex flex-wrap gap-2 max-md:justify-center">
      {genres.map((genre) => (
        <li key={genre}>
          <Link
            to="/artists"
            search={{ genre }}
            className="inline-flex h-8 items-center rounded-full bg-text/8 px-3 text-sm font-medium text-soft transition-colors hover:bg-text/14 hover:text-text"
          >
            {genre}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The wide head: art, name in display type, counts, genres, and what can be done. */
export function ArtistHead({ artist, color }: { artist: ArtistRow; color: string | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useArtistActions(artist)
  const menu = useArtistMenu(artist, { onPage: true })
  const [albums, tracks] = [artist.album_count, artist.track_count]
  const counts = [
    albums > 0 && t('common.albums', { count: albums, formatted: format.count(albums) }),
    t('common.tracks', { count: tracks, formatted: format.count(tracks) }),
  ].filter(Boolean)
  return (
    <Hero
      title={artist.name}
      kind={t('library.artists.artist')}
      colored={color !== null}
      art={<Cover name={artist.name} url={artist.images[0]?.url} color={color} size={224} shape="round" fluid eager />}
      details={
        <>
          <p className="mt-3 text-base text-soft">{counts.join(' · ')}</p>
          <Genres genres={artist.genres} />
        </>
      }
      play={
        <Button look="primary" icon={Play} onClick={actions.play}>
          {t('common.play')}
        </Button>
      }
      actions={
        <PlayActions
          name={artist.name}
          onPlay={actions.play}
          onShuffle={actions.shuffle}
          heart={<Heart type="artist" id={artist.id} favorite={artist.is_favorite} size="large" />}
          menu={menu}
        />
      }
    />
  )
}
