import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Info, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MenuGroups } from '../../../../components/overlays/menu.tsx'
import { toast } from '../../../../components/overlays/toasts.ts'
import { type AlbumProfile, deleteAlbum } from '../../../../lib/api/discography.ts'
import { meQuery, refreshCatalogue } from '../../../../lib/api/query.ts'
import { useTell } from '../../folders/use-tell.ts'
import { useAlbumMenu } from '../use-album-menu.ts'

/** The menu of the album's page: its music, where it is from, and for administrators the way out of the catalogue. */
export function useAlbumPageMenu(album: AlbumProfile, open: (window: 'where' | 'delete') => void): MenuGroups {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  const [music = [], ...others] = useAlbumMenu(album)
  const remove = {
    id: 'delete',
    label: t('library.albums.delete'),
    icon: Trash2,
    danger: true,
    onSelect: () => open('delete'),
  }
  return [
    album.owned_tracks > 0 ? music : [],
    ...others,
    [{ id: 'where', label: t('library.artist.where'), icon: Info, onSelect: () => open('where') }],
    me?.role === 'admin' ? [remove] : [],
  ]
}

/** Takes an album out of the catalogue; somebody's favourite is refused with the server's words. */
export function useDeleteAlbum({ id, name }: Pick<AlbumProfile, 'id' | 'name'>) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tell = useTell()
  return useMutation({
    mutationFn: () => deleteAlbum(id),
    onSuccess: async () => {
      toast(t('library.albums.deleted', { name }))
      await navigate({ to: '/albums' })
      await refreshCatalogue()
    },
    onError: tell,
  })
}
