import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../../components/overlays/dialog.tsx'
import { WordsOf } from '../../../player/lyrics/lyrics-view.tsx'
import type { PlayerTrack } from '../../../player/queue/track.ts'

type Props = { track: PlayerTrack | null; onClose: () => void; onPlay: (id: number) => void }

/** The words of a song of the album, as the player shows them. */
export function LyricsDialog({ track, onClose, onPlay }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      open={track !== null}
      onOpenChange={(open) => !open && onClose()}
      title={track?.title ?? t('lyrics.title')}
      {...(track && { description: track.artistLine })}
      wide
    >
      <div className="-mx-6 -mb-6 flex h-[min(60dvh,560px)] flex-col [&>*]:px-6 [&>[data-synced]]:px-4">
        {track && (
          <WordsOf key={track.id} id={track.id} {...(track.streamUrl !== null && { onPlay: () => onPlay(track.id) })} />
        )}
      </div>
    </Dialog>
  )
}
