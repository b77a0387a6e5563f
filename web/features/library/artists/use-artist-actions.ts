import { useNavigate } from '@tanstack/react-router'
import { EyeOff, ListEnd, ListStart, MicVocal, Play, Shuffle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import type { MenuGroups } from '../../../components/overlays/menu.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { slugOf } from '../../../lib/format/slug.ts'
import { useQueueing } from '../../player/menu/use-track-menu.ts'
import type { PlayerTrack } from '../../player/queue/track.ts'
import { queueControls } from '../../player/state/player.ts'
import { useHide } from './hidden/use-hide.ts'
import { artistTracks } from './queries.ts'

type Artist = { id: number; name: string }

/** Play, shuffle and queue an artist; failures are said aloud. */
export function useArtistActions({ id, name }: Artist) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const queueing = useQueueing()
  const hide = useHide()
  const withTracks = (use: (tracks: PlayerTrack[]) => void) => () => {
    artistTracks(id)
      .then((tracks) => (tracks.length === 0 ? toast(t('player.trouble.nothing'), { tone: 'bad' }) : use(tracks)))
      .catch((error: unknown) => toast(errorText(error).what, { tone: 'bad' }))
  }
  const source = `artist:${id}`
  return {
    play: withTracks((tracks) => queueControls.start(tracks, 0, { source })),
    shuffle: withTracks((tracks) => queueControls.start(tracks, 0, { shuffle: true, source })),
    playNext: withTracks(queueing.playNext),
    add: withTracks(queueing.add),
    hide: () => hide({ id, name }),
  }
}

/** The menu of an artist: on the card, on right click and on the page. */
export function useArtistMenu(artist: Artist, { onPage = false } = {}): MenuGroups {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const actions = useArtistActions(artist)
  const open = () => void navigate({ to: '/artists/$slug', params: { slug: slugOf(artist.id, artist.name) } })
  const hide = () => {
    actions.hide()
    if (onPage) void navigate({ to: '/artists' })
  }
  return [
    [
      { id: 'play', label: t('common.play'), icon: Play, onSelect: actions.play },
      { id: 'shuffle', label: t('common.shuffle'), icon: Shuffle, onSelect: actions.shuffle },
      { id: 'next', label: t('player.menu.playNext'), icon: ListStart, onSelect: actions.playNext },
      { id: 'add', label: t('player.menu.add'), icon: ListEnd, onSelect: actions.add },
    ],
    [
      ...(onPage ? [] : [{ id: 'open', label: t('player.menu.artist'), icon: MicVocal, onSelect: open }]),
      { id: 'hide', label: t('library.artists.hide'), icon: EyeOff, onSelect: hide },
    ],
  ]
}
