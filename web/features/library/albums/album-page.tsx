import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Disc3 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Confirm } from '../../../components/overlays/confirm.tsx'
import { type AlbumProfile, readAlbum } from '../../../lib/api/discography.ts'
import { idOfSlug } from '../../../lib/format/slug.ts'
import { useAccent } from '../../../lib/theme.ts'
import { Missing } from '../hero/missing.tsx'
import { LOW_WASH, PLAIN } from '../hero/wash.ts'
import { ProvenanceDialog } from '../provenance/provenance-dialog.tsx'
import { RowsSkeleton } from '../track-list/rows-skeleton.tsx'
import { Credits, Editions, Story } from './about/album-about.tsx'
import { Filling } from './about/filling.tsx'
import { useAlbumPageMenu, useDeleteAlbum } from './about/use-album-page-menu.ts'
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

type Window = 'where' | 'delete'

function Windows({
  album,
  open,
  onOpen,
}: {
  album: AlbumProfile
  open: Window | null
  onOpen: (w: Window | null) => void
}) {
  const { t } = useTranslation()
  const remove = useDeleteAlbum(album)
  const { id, name } = album
  return (
    <>
      <ProvenanceDialog
        entity="album"
        id={id}
        name={name}
        open={open === 'where'}
        onOpenChange={(next) => onOpen(next ? 'where' : null)}
      />
      <Confirm
        open={open === 'delete'}
        onOpenChange={(next) => onOpen(next ? 'delete' : null)}
        title={t('library.albums.deleteTitle', { name })}
        description={t('library.albums.deleteText')}
        action={t('library.albums.delete')}
        disabled={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}

function Album({ album }: { album: AlbumProfile }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Window | null>(null)
  const menu = useAlbumPageMenu(album, setOpen)
  useAccent(album.cover_color)
  return (
    <div style={{ background: album.cover_color === null ? PLAIN : LOW_WASH }}>
      <div className={FRAME}>
        <AlbumSide album={album} />
        <div className="min-w-0 grow">
          <AlbumHead album={album} menu={menu} />
          <div className="-mx-2 mt-6">
            {album.tracks.length === 0 ? <Filling album={album} /> : <AlbumTracks album={album} />}
          </div>
          <Story album={album} />
          <Credits album={album} />
          <Editions editions={album.editions} />
          <button
            type="button"
            onClick={() => setOpen('where')}
            className="mt-10 rounded text-sm font-medium text-faint hover:text-text hover:underline"
          >
            {t('library.artist.where')}
          </button>
        </div>
      </div>
      <Windows album={album} open={open} onOpen={setOpen} />
    </div>
  )
}

/** While the tracks are on their way the album is read again this often. */
const FILLING_MS = 1500

/** An album: cover and facts on the left, tracks on the right. Looking at it leaves the queue alone. */
export function AlbumPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/albums/$slug' })
  const id = idOfSlug(slug)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['albums', id, 'profile'],
    queryFn: ({ signal }) => readAlbum(id ?? 0, signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.filling ? FILLING_MS : false),
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
