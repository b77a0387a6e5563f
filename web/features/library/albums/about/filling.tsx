import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { type AlbumProfile, saveAlbum } from '../../../../lib/api/discography.ts'
import { queryClient } from '../../../../lib/api/query.ts'
import { useTell } from '../../folders/use-tell.ts'
import { RowsSkeleton } from '../../track-list/rows-skeleton.tsx'

/** A record whose tracks are not there: they are on their way, or can be asked for. */
export function Filling({ album }: { album: AlbumProfile }) {
  const { t } = useTranslation()
  const tell = useTell()
  const fetch = useMutation({
    mutationFn: () => saveAlbum(album.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['albums', album.id] }),
    onError: tell,
  })
  if (album.filling || fetch.isPending) {
    return (
      <>
        <p role="status" className="px-2 pb-2 text-sm text-faint">
          {t('library.albums.filling')}
        </p>
        <RowsSkeleton rows={Math.min(12, Math.max(4, album.total_tracks))} />
      </>
    )
  }
  const names = album.unavailable.map(({ provider, reason }) => `${provider} (${reason})`).join(', ')
  return (
    <div className="rounded-card bg-raised p-5">
      <p className="text-sm text-soft">{t('library.albums.noTracks')}</p>
      {names && <p className="mt-1 text-sm text-faint">{t('library.albums.unavailable', { names })}</p>}
      <Button icon={Download} className="mt-4" onClick={() => fetch.mutate()}>
        {t('library.albums.fetchTracks')}
      </Button>
    </div>
  )
}
