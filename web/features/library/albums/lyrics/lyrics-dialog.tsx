import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { MicVocal, Play } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { EmptyState } from '../../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../../components/feedback/skeleton.tsx'
import { Dialog } from '../../../../components/overlays/dialog.tsx'
import { client, ok } from '../../../../lib/api/client.ts'
import type { PlayerTrack } from '../../../player/queue/track.ts'
import { playback, useCurrentTrackId, usePlayer } from '../../../player/state/player.ts'
import { type LyricLine, lineAt, parseLyrics } from './lrc.ts'

const SKELETON = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-3/4', 'w-2/5', 'w-3/5']

/** The lines of a synced text; the sung one stands out and stays in the middle. A press plays from there. */
function Synced({ lines, playing }: { lines: readonly LyricLine[]; playing: boolean }) {
  const { t } = useTranslation()
  const now = usePlayer((state) => (playing ? lineAt(lines, state.position) : -1))
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const line = list.current?.children[now]
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    line?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  }, [now])
  return (
    <ol ref={list} className="space-y-1">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines repeat and never move
        <li key={index}>
          <button
            type="button"
            disabled={!playing || line.at === null}
            aria-current={index === now || undefined}
            aria-label={playing && line.text !== '' ? t('library.albums.seekLine', { line: line.text }) : undefined}
            onClick={() => line.at !== null && playback.seek(line.at)}
            className={clsx(
              'display block min-h-8 w-full rounded-control px-2 py-1 text-left text-lg transition-colors',
              index === now ? 'text-accent-text' : index < now ? 'text-faint' : 'text-soft',
              playing && 'hover:text-text',
            )}
          >
            {line.text || '♪'}
          </button>
        </li>
      ))}
    </ol>
  )
}

function Words({ source, playing, onPlay }: { source: string; playing: boolean; onPlay: () => void }) {
  const { t } = useTranslation()
  const { synced, lines } = useMemo(() => parseLyrics(source), [source])
  if (!synced)
    return (
      <p className="text-base leading-7 whitespace-pre-line text-soft">{lines.map((line) => line.text).join('\n')}</p>
    )
  return (
    <>
      <div className="mb-3 flex min-h-8 items-center text-sm text-faint">
        {playing ? (
          t('library.albums.synced')
        ) : (
          <Button size="small" icon={Play} onClick={onPlay}>
            {t('library.albums.playSynced')}
          </Button>
        )}
      </div>
      <Synced lines={lines} playing={playing} />
    </>
  )
}

function Body({ track, onPlay }: { track: PlayerTrack; onPlay: () => void }) {
  const { t } = useTranslation()
  const playing = useCurrentTrackId() === track.id
  const { data, error, refetch } = useQuery({
    queryKey: ['tracks', track.id],
    queryFn: ({ signal }) => ok(client.GET('/tracks/id/{id}', { params: { path: { id: track.id } }, signal })),
  })
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="space-y-3">
        {SKELETON.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <Skeleton key={index} className={clsx('h-5', width)} />
        ))}
      </div>
    )
  if (!data.lyrics?.trim())
    return <EmptyState icon={MicVocal} title={t('library.albums.noLyrics')} text={t('library.albums.noLyricsText')} />
  return <Words source={data.lyrics} playing={playing} onPlay={onPlay} />
}

type Props = { track: PlayerTrack | null; onClose: () => void; onPlay: (id: number) => void }

/** The words of a song; with time stamps they follow the music. Nothing in them is read as markup. */
export function LyricsDialog({ track, onClose, onPlay }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      open={track !== null}
      onOpenChange={(open) => !open && onClose()}
      title={track?.title ?? t('library.albums.lyrics')}
      {...(track && { description: track.artistLine })}
      wide
    >
      <div className="-mr-3 max-h-[min(60dvh,560px)] min-h-64 overflow-y-auto pr-3">
        {track && <Body key={track.id} track={track} onPlay={() => onPlay(track.id)} />}
      </div>
    </Dialog>
  )
}
