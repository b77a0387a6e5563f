import { useNavigate } from '@tanstack/react-router'
import { Disc3, ListEnd, ListStart, MicVocal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MenuGroups } from '../../../components/overlays/menu.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { slugOf } from '../../../lib/format/slug.ts'
import type { PlayerTrack } from '../queue/track.ts'
import { queueControls } from '../state/player.ts'

/** "Play next" and "add to queue" with their words; for tracks, albums and selections. */
export function useQueueing() {
  const { t } = useTranslation()
  return {
    playNext: (tracks: readonly PlayerTrack[]) => {
      queueControls.playNext(tracks)
      toast(t('player.next', { count: tracks.length }))
    },
    add: (tracks: readonly PlayerTrack[]) => {
      queueControls.add(tracks)
      toast(t('player.added', { count: tracks.length }))
    },
  }
}

/** The menu of a track: the same on its button, on right click and on long press. */
export function useTrackMenu(track: PlayerTrack, { hideAlbum = false, hideArtist = false } = {}): MenuGroups {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queueing = useQueueing()
  const { artistId, albumId } = track
  const toArtist = () =>
    artistId !== null && void navigate({ to: '/artists/$slug', params: { slug: slugOf(artistId, track.artistLine) } })
  const toAlbum = () =>
    albumId !== null && void navigate({ to: '/albums/$slug', params: { slug: slugOf(albumId, track.albumName) } })
  const playable = track.streamUrl !== null
  return [
    [
      {
        id: 'next',
        label: t('player.menu.playNext'),
        icon: ListStart,
        disabled: !playable,
        onSelect: () => queueing.playNext([track]),
      },
      {
        id: 'add',
        label: t('player.menu.add'),
        icon: ListEnd,
        disabled: !playable,
        onSelect: () => queueing.add([track]),
      },
    ],
    [
      ...(artistId !== null && !hideArtist
        ? [{ id: 'artist', label: t('player.menu.artist'), icon: MicVocal, onSelect: toArtist }]
        : []),
      ...(albumId !== null && !hideAlbum
        ? [{ id: 'album', label: t('player.menu.album'), icon: Disc3, onSelect: toAlbum }]
        : []),
    ],
  ]
}
