import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Disc3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import type { AlbumDetail } from '../../../lib/api/models.ts'
import { idOfSlug } from '../../../lib/format/slug.ts'
import { useAccent } from '../../../lib/theme.ts'
import { Missing } from '../hero/missing.tsx'
import { LOW_WASH, PLAIN } from '../hero/wash.ts'
import { RowsSkeleton } from '../track-list/rows-skeleton.tsx'
import { AlbumHead } from './detail/album-head.tsx'
import { AlbumSide } from './detail/album-side.tsx'
import { AlbumTracks } from './detail/album-tracks.tsx'

const FRAME = 'mx-auto flex w-full max-w-[1360px] gap-10 px-4 pt-6 pb-12 max-md:flex-col max-md:gap-5 md:px-8 lg:gap-12'

function AlbumSkeleton() {
  return (
    <div aria-hidden="true" className={FRAME}>
      <Skeleton className="aspect-square shrink-0 self-start max-md:mx-auto max-md:w-60 md:w-64 lg:w-80" />
      <div className="grow">
        <Skeleton className="h-4 w-16 max-md:mx-auto" />
        <Skeleton className="mt-3 h-11 w-3/5 max-md:mx-auto" />
        <Skeleton className="mt-4 h-5 w-40 max-md:mx-auto" />
        <Skeleton className="mt-8 mb-6 h-12 w-72 rounded-full max-md:mx-auto" />
        <RowsSkeleton rows={8} />
      </div>
    </div>
  )
}

function Album({ album }: { album: AlbumDetail }) {
  useAccent(album.cover_color)
  return (
    <div style={{ background: album.cover_color === null ? PLAIN : LOW_WASH }}>
      <div className={FRAME}>
        <AlbumSide album={album} />
        <div className="min-w-0 grow">
          <AlbumHead album={album} />
          <div className="-mx-2 mt-6">
            <AlbumTracks album={album} />
          </div>
        </div>
      </div>
    </div>
  )
}

/** An album: cover and facts on the left, tracks on the right. Looking at it leaves the queue alone. */
export function AlbumPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/albums/$slug' })
  const id = idOfSlug(slug)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['albums', id],
    queryFn: ({ signal }) => ok(client.GET('/albums/id/{id}', { params: { path: { id: id ?? 0 } }, signal })),
    enabled: id !== null,
  })
  if (data) return <Album key={data.id} album={data} />
  if (isPending && id !== null) return <AlbumSkeleton />
  return (
    <Missing
      error={error}
      onRetry={() => void refetch()}
      icon={Disc3}
      title={t('library.albums.gone')}
      text={t('library.albums.goneText')}
      to="/albums"
      toLabel={t('library.albums.toAll')}
    />
  )
}
