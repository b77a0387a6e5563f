import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Cover } from '../../../../components/media/cover.tsx'
import type { AlbumDetail } from '../../../../lib/api/models.ts'
import { slugOf } from '../../../../lib/format/slug.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { albumFormat } from './formats.ts'

/** The album's artists as links; of a compilation without any, the words for it. */
export function AlbumArtists({ album }: { album: AlbumDetail }) {
  if (album.artists.length === 0) return album.artist_name
  return album.artists.map((artist) => (
    <Fragment key={artist.id}>
      <Link
        to="/artists/$slug"
        params={{ slug: slugOf(artist.id, artist.name) }}
        className="rounded font-semibold text-text hover:underline"
      >
        {artist.name}
      </Link>
      {artist.join_phrase}
    </Fragment>
  ))
}

function Facts({ album }: { album: AlbumDetail }) {
  const { t } = useTranslation()
  const { language, releaseDay } = useFormat()
  const owned = album.tracks.some((track) => track.file !== null)
  const formatWords = owned ? (albumFormat(album.tracks, language) ?? t('library.albums.formats')) : ''
  const facts = [
    [t('library.albums.released'), releaseDay(album.release_date)],
    [t('library.albums.label'), album.label],
    [t('library.albums.format'), formatWords],
  ].filter(([, value]) => value)
  return (
    <dl className="mt-5 space-y-2 text-sm max-md:hidden">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-3">
          <dt className="w-20 shrink-0 text-faint">{name}</dt>
          <dd className="min-w-0 tabular text-soft">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Cover and facts; they stay while the tracks scroll. */
export function AlbumSide({ album }: { album: AlbumDetail }) {
  return (
    <aside className="shrink-0 self-start max-md:w-full md:sticky md:top-6 md:w-64 lg:w-80">
      <div className="mx-auto max-w-60 md:max-w-none">
        <Cover name={album.name} url={album.images[0]?.url} color={album.cover_color} size={320} fluid eager />
      </div>
      <Facts album={album} />
    </aside>
  )
}
