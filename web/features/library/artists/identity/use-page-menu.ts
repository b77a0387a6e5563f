import { useQuery } from '@tanstack/react-query'
import { CircleQuestionMark, Info, RefreshCw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MenuGroups } from '../../../../components/overlays/menu.tsx'
import { toast } from '../../../../components/overlays/toasts.ts'
import { meQuery } from '../../../../lib/api/query.ts'
import { useRefresh } from '../about/growth.tsx'
import { useArtistMenu } from '../use-artist-actions.ts'

/** The menu of the artist's page: music first, then what is known, then what changes the catalogue for everybody. */
export function usePageMenu(
  artist: { id: number; name: string },
  open: (window: 'where' | 'wrong' | 'delete') => void,
): MenuGroups {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  const refresh = useRefresh(artist.id)
  const admin = me?.role === 'admin'
  const doRefresh = () => refresh.mutate(undefined, { onSuccess: () => toast(t('library.artist.refreshing')) })
  return [
    ...useArtistMenu(artist, { onPage: true }),
    [
      { id: 'refresh', label: t('library.artist.refresh'), icon: RefreshCw, onSelect: doRefresh },
      { id: 'where', label: t('library.artist.where'), icon: Info, onSelect: () => open('where') },
      ...(admin
        ? [{ id: 'wrong', label: t('library.artist.wrong'), icon: CircleQuestionMark, onSelect: () => open('wrong') }]
        : []),
    ],
    admin
      ? [
          {
            id: 'delete',
            label: t('library.artist.delete'),
            icon: Trash2,
            danger: true,
            onSelect: () => open('delete'),
          },
        ]
      : [],
  ]
}
