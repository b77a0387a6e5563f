import { useMutation, useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { MicVocal, Music, Play, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import type { TrackLyrics } from '../../../lib/api/models.ts'
import { queryClient } from '../../../lib/api/query.ts'
import { useCurrentTrack, useCurrentTrackId } from '../state/player.ts'
import { askAgain, lyricsQuery } from './queries.ts'
import { StillLines, SyncedLines } from './synced-lines.tsx'

const SKELETON = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-3/4', 'w-2/5', 'w-3/5']

function useAskAgain(id: number) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  return useMutation({
    mutationFn: () => askAgain(id),
    onSuccess: (reply) => {
      queryClient.setQueryData(lyricsQuery(id).queryKey, reply)
      if (reply.unavailable) toast(t('lyrics.unavailable'), { tone: 'bad' })
    },
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
  })
}

/** Why there is nothing to read, and the one next step. */
function NoWords({ reply }: { reply: TrackLyrics }) {
  const { t } = useTranslation()
  const { mutate, isPending } = useAskAgain(reply.track_id)
  const again = (
    <Button busy={isPending} onClick={() => mutate()}>
      {t('lyrics.ask')}
    </Button>
  )
  if (reply.instrumental)
    return <EmptyState icon={Music} title={t('lyrics.instrumental')} text={t('lyrics.instrumentalText')} />
  if (reply.unavailable === 'off') return <EmptyState icon={MicVocal} title={t('lyrics.none')} text={t('lyrics.off')} />
  if (reply.unavailable)
    return (
      <EmptyState icon={WifiOff} title={t('lyrics.unavailable')} text={t('lyrics.unavailableText')} action={again} />
    )
  return <EmptyState icon={MicVocal} title={t('lyrics.none')} text={t('lyrics.noneText')} action={again} />
}

type Shown = {
  reply: TrackLyrics
  /** Starts the song, where it does not play already. */
  onPlay?: (() => void) | undefined
}

/** What could be done about words that do not follow the music, or not yet. */
function Better({ reply, onPlay }: Shown) {
  const { t } = useTranslation()
  const { mutate, isPending } = useAskAgain(reply.track_id)
  const live = useCurrentTrackId() === reply.track_id
  if (reply.lines === null)
    return (
      <Button look="quiet" size="small" busy={isPending} onClick={() => mutate()}>
        {t('lyrics.askSynced')}
      </Button>
    )
  if (live || !onPlay) return null
  return (
    <Button look="quiet" size="small" icon={Play} onClick={onPlay}>
      {t('lyrics.playSynced')}
    </Button>
  )
}

/** Where the words come from, and the way to better ones. */
function Source({ reply, onPlay }: Shown) {
  const { t } = useTranslation()
  const own = reply.source === 'embedded' || reply.source === 'sidecar'
  const source = own ? t(`lyrics.${reply.source as 'embedded' | 'sidecar'}`) : reply.source_title
  return (
    <div className="flex min-h-11 shrink-0 items-center justify-between gap-3 border-t border-line px-5 text-xs text-faint">
      <p className="truncate">{t('lyrics.source', { source: source ?? '' })}</p>
      <Better reply={reply} onPlay={onPlay} />
    </div>
  )
}

function Words({ reply }: { reply: TrackLyrics }) {
  const live = useCurrentTrackId() === reply.track_id
  if (reply.lines) return live ? <SyncedLines lines={reply.lines} /> : <StillLines lines={reply.lines} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is read with the keys too
    <div tabIndex={0} data-no-swipe className="min-h-0 grow overflow-y-auto px-5 py-2">
      <p className="text-base leading-7 whitespace-pre-line text-soft">{reply.plain}</p>
    </div>
  )
}

/**
 * The words of a track, in a column as high as the room there is: they follow the music while the track plays. Nothing
 * in them is read as markup.
 */
export function WordsOf({ id, onPlay }: { id: number; onPlay?: () => void }) {
  const { data, error, refetch } = useQuery(lyricsQuery(id))
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="grow space-y-3 px-5 pt-2">
        {SKELETON.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <Skeleton key={index} className={clsx('h-5', width)} />
        ))}
      </div>
    )
  if (data.lines === null && data.plain === null)
    return (
      <div className="min-h-0 grow overflow-y-auto">
        <NoWords reply={data} />
      </div>
    )
  return (
    <>
      <Words reply={data} />
      <Source reply={data} onPlay={onPlay} />
    </>
  )
}

/** The words of what plays; they change with the track. */
export function LyricsView() {
  const { t } = useTranslation()
  const track = useCurrentTrack()
  if (!track) return <EmptyState icon={MicVocal} title={t('lyrics.title')} text={t('lyrics.idle')} />
  return <WordsOf key={track.id} id={track.id} />
}
