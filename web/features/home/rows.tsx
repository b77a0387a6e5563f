import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { CardSkeleton } from '../../components/feedback/skeleton.tsx'
import { Card } from '../../components/media/card.tsx'
import { CardRow } from '../../components/media/card-row.tsx'
import { ContextMenu } from '../../components/overlays/menu.tsx'
import type { AlbumRow, OverviewItem } from '../../lib/api/models.ts'
import { slugOf } from '../../lib/format/slug.ts'
import { usePlayAlbum } from '../player/menu/play-album.ts'
import { useTrackMenu } from '../player/menu/use-track-menu.ts'
import { fromOverview, type PlayerTrack } from '../player/queue/track.ts'
import { queueControls } from '../player/state/player.ts'
import { addedQuery } from './queries.ts'

const WAITING = [1, 2, 3, 4, 5, 6, 7, 8]

/** A row in each of its states; an empty row is left out. */
function Row<T>({
  title,
  query,
  children,
  action,
}: {
  title: string
  query: UseQueryResult<T[]>
  children: (items: T[]) => ReactNode
  action?: ReactNode
}) {
  if (query.error && !query.data) {
    return (
      <section aria-label={title} className="mt-10">
        <h2 className="display mb-2 text-lg">{title}</h2>
        <ErrorState compact error={query.error} onRetry={() => void query.refetch()} />
      </section>
    )
  }
  if (!query.data)
    return (
      <CardRow title={title}>
        {WAITING.map((n) => (
          <CardSkeleton key={n} />
        ))}
      </CardRow>
    )
  if (query.data.length === 0) return null
  return (
    <CardRow title={title} action={action}>
      {children(query.data)}
    </CardRow>
  )
}

type TrackCardProps = { track: PlayerTrack; note?: string; onPlay: () => void }

function TrackCard({ track, note, onPlay }: TrackCardProps) {
  const menu = useTrackMenu(track)
  const link = (children: ReactNode, className: string) =>
    track.albumId === null ? (
      <button type="button" onClick={onPlay} className={className}>
        {children}
      </button>
    ) : (
      <Link to="/albums/$slug" params={{ slug: slugOf(track.albumId, track.albumName) }} className={className}>
        {children}
      </Link>
    )
  return (
    <ContextMenu groups={menu}>
      <div>
        <Card
          name={track.title}
          note={note ?? track.artistLine}
          url={track.coverUrl ?? undefined}
          color={track.coverColor}
          link={link}
          {...(track.streamUrl !== null && { onPlay })}
        />
      </div>
    </ContextMenu>
  )
}

type TrackRowProps<T extends OverviewItem> = {
  title: string
  query: UseQueryResult<T[]>
  source: string
  note?: (item: T) => string
  action?: ReactNode
}

/** Tracks; playing one goes on with those behind it. */
export function TrackRow<T extends OverviewItem>({ title, query, source, note, action }: TrackRowProps<T>) {
  const play = (items: readonly T[], index: number) => queueControls.start(items.map(fromOverview), index, { source })
  return (
    <Row title={title} query={query} action={action}>
      {(items) =>
        items.map((item, index) => (
          <TrackCard
            key={item.track_id}
            track={fromOverview(item)}
            onPlay={() => play(items, index)}
            {...(note && { note: note(item) })}
          />
        ))
      }
    </Row>
  )
}

function AlbumCard({ album, onPlay }: { album: AlbumRow; onPlay: (id: number) => void }) {
  return (
    <Card
      name={album.name}
      note={album.artist_name}
      url={album.images[0]?.url}
      color={album.cover_color}
      onPlay={() => onPlay(album.id)}
      link={(children, className) => (
        <Link to="/albums/$slug" params={{ slug: slugOf(album.id, album.name) }} className={className}>
          {children}
        </Link>
      )}
    />
  )
}

export function AddedRow() {
  const { t } = useTranslation()
  const playAlbum = usePlayAlbum()
  return (
    <Row title={t('home.added')} query={useQuery(addedQuery)}>
      {(albums) => albums.map((album) => <AlbumCard key={album.id} album={album} onPlay={playAlbum} />)}
    </Row>
  )
}
