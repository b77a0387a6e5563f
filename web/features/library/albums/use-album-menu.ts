import { useNavigate } from '@tanstack/react-router'
import { ListEnd, ListStart, MicVocal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import type { MenuGroups } from '../../../components/overlays/menu.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import type { AlbumRow } from '../../../lib/api/models.ts'
import { slugOf } from '../../../lib/format/slug.ts'
import { albumTracks } from '../../player/menu/play-album.ts'
import { useQueueing } from '../../player/menu/use-track-menu.ts'
import type { PlayerTrack } from '../../player/queue/track.ts'

type Album = Pick<AlbumRow, 'id' | 'artist_id' | 'artist_name'>

/** The menu of an album: on cards, on right click and on its page. */
export function useAlbumMenu(
  { id, artist_id: artistId, artist_name: name }: Album,
  { hideArtist = false } = {},
): MenuGroups {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const queueing = useQueueing()
  const withTracks = (use: (tracks: PlayerTrack[]) => void) => () => {
    albumTracks(id)
      .then((tracks) => (tracks.length === 0 ? toast(t('player.trouble.nothing'), { tone: 'bad' }) : use(tracks)))
      .catch((error: unknown) => toast(errorText(error).what, { tone: 'bad' }))
  }
  const toArtist = () =>
    artistId !== null && void navigate({ to: '/artists/$slug', params: { slug: slugOf(artistId, name) } })
  return [
    [
      { id: 'next', label: t('player.menu.playNext'), icon: ListStart, onSelect: withTracks(queueing.playNext) },
      { id: 'add', label: t('player.menu.add'), icon: ListEnd, onSelect: withTracks(queueing.add) },
    ],
    artistId === null || hideArtist
      ? []
      : [{ id: 'artist', label: t('player.menu.artist'), icon: MicVocal, onSelect: toArtist }],
  ]
}
