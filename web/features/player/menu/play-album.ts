import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { toast } from '../../../components/overlays/toasts.ts'
import { client, ok } from '../../../lib/api/client.ts'
import { queryClient } from '../../../lib/api/query.ts'
import { fromTrackRow, type PlayerTrack } from '../queue/track.ts'
import { queueControls } from '../state/player.ts'

/** The playable tracks of an album, in the record's order. */
export async function albumTracks(id: number): Promise<PlayerTrack[]> {
  const album = await queryClient.fetchQuery({
    queryKey: ['albums', id],
    queryFn: ({ signal }) => ok(client.GET('/albums/id/{id}', { params: { path: { id } }, signal })),
  })
  return album.tracks.filter((track) => track.stream_url !== null).map(fromTrackRow)
}

/** Plays an album from a card; a failure is said aloud. */
export function usePlayAlbum(): (id: number) => void {
  const { t } = useTranslation()
  const errorText = useErrorText()
  return (id) => {
    albumTracks(id)
      .then((tracks) => {
        if (tracks.length === 0) toast(t('player.trouble.nothing'), { tone: 'bad' })
        else queueControls.start(tracks, 0, { source: `album:${id}` })
      })
      .catch((error: unknown) => toast(errorText(error).what, { tone: 'bad' }))
  }
}
