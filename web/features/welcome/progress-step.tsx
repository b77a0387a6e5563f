import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Progress as Bar } from '../../components/controls/progress.tsx'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { Cover } from '../../components/media/cover.tsx'
import { toast } from '../../components/overlays/toasts.ts'
import { client, ok } from '../../lib/api/client.ts'
import type { AlbumRow } from '../../lib/api/models.ts'
import { refreshCatalogue } from '../../lib/api/query.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { fromOverview } from '../player/queue/track.ts'
import { queueControls } from '../player/state/player.ts'
import { useProgress } from './progress.ts'
import type { Progress, Source } from './progress-of.ts'
import { StepHead } from './step-head.tsx'

/** Albums as they are found; the first ones stay where they are. */
function Covers({ albums }: { albums: readonly AlbumRow[] }) {
  return (
    <ul className="mt-6 grid grid-cols-6 gap-2">
      {albums.map((album) => (
        <li key={album.id} className="animate-pop" title={`${album.name} · ${album.artist_name}`}>
          <Cover name={album.name} url={album.images[0]?.url} color={album.cover_color} size={66} fluid eager />
        </li>
      ))}
    </ul>
  )
}

function useLine({ phase, done, total, problems }: Progress): string {
  const { t } = useTranslation()
  const format = useFormat()
  if (phase === 'empty') return t('welcome.progress.emptyText')
  const counts = { done: format.count(done), total: format.count(total) }
  if (total === 0 && phase !== 'done') return t('welcome.progress.counting')
  const line = t(phase === 'rendering' ? 'welcome.progress.rendered' : 'welcome.progress.read', counts)
  return problems === 0
    ? line
    : `${line} · ${t('welcome.progress.problems', { count: problems, formatted: format.count(problems) })}`
}

/** Everything found so far, mixed. */
async function playEverything(): Promise<void> {
  const query = { limit: 500, filter: 'hasFile', include_summary: 'false' } as const
  const { items } = await ok(client.GET('/tracks/overview', { params: { query } }))
  queueControls.start(items.map(fromOverview), 0, { shuffle: true, source: 'library' })
}

export function ProgressStep({ source, onAgain }: { source: Source; onAgain: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { albums, ...progress } = useProgress(source)
  const line = useLine(progress)
  const play = useMutation({
    mutationFn: playEverything,
    onSuccess: () => void refreshCatalogue().then(() => navigate({ to: '/' })),
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
  })
  const { phase, done, total } = progress
  const running = phase === 'rendering' || phase === 'scanning'
  const title = t(`welcome.progress.${phase}`)
  return (
    <>
      <StepHead step={3} title={title} text={line} />
      {running && <Bar label={title} value={done} max={total} />}
      <Covers albums={albums} />
      <div className="mt-8 flex flex-wrap items-center gap-2">
        {albums.length > 0 && (
          <Button look="primary" size="large" icon={Play} filled busy={play.isPending} onClick={() => play.mutate()}>
            {t('welcome.progress.play')}
          </Button>
        )}
        {(phase === 'failed' || phase === 'empty') && <Button onClick={onAgain}>{t('welcome.progress.again')}</Button>}
        {!running && (
          <Button asChild look="quiet">
            <Link to="/">{t('welcome.progress.home')}</Link>
          </Button>
        )}
      </div>
    </>
  )
}
