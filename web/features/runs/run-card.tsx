import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { IconButton } from '../../components/controls/icon-button.tsx'
import { Progress } from '../../components/controls/progress.tsx'
import type { Run } from '../../lib/api/discography.ts'
import { slugOf } from '../../lib/format/slug.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { usePhone } from '../../lib/hooks/use-media.ts'
import { barOf, runEnded } from './progress.ts'
import { useCancelRun } from './queries.ts'

/** What a run has brought so far, in figures. */
function RunCounts({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <dl className="flex gap-8">
      {(['artists', 'albums', 'tracks'] as const).map((name) => (
        <div key={name}>
          <dd className="display tabular text-lg">{format.count(run[name])}</dd>
          <dt className="text-xs text-faint">{t(`runs.${name}`)}</dt>
        </div>
      ))}
    </dl>
  )
}

/** The run in one grey line: what it does now, or how it ended. */
function useRunLine(): (run: Run) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (run) => {
    const stopping = !runEnded(run) && !run.cancellable
    const state = stopping
      ? t('runs.stopping')
      : run.current
        ? t('runs.now', { name: run.current })
        : t(`runs.states.${run.state}`)
    const failed = run.steps_failed
    return [state, failed > 0 && t('runs.failed', { count: failed, formatted: format.count(failed) })]
      .filter(Boolean)
      .join(' · ')
  }
}

function Stop({ run, small }: { run: Run; small: boolean }) {
  const { t } = useTranslation()
  const cancel = useCancelRun()
  const phone = usePhone()
  const stop = () => cancel.mutate(run.id)
  if (!run.cancellable || runEnded(run)) return null
  const label = t('runs.stop', { title: run.title })
  if (small || phone)
    return <IconButton icon={X} size="small" label={label} disabled={cancel.isPending} onClick={stop} />
  return (
    <Button look="quiet" size="small" icon={X} aria-label={label} busy={cancel.isPending} onClick={stop}>
      {t('common.cancel')}
    </Button>
  )
}

type Props = {
  run: Run
  /** Said instead of the run's own title, where that is plain from the page. */
  title?: string
  small?: boolean
  counts?: boolean
  children?: ReactNode
}

/** A run: what it is about, how far it is, what it waits for, and the way to stop it. */
export function RunCard({ run, title = run.title, small = false, counts = false, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const line = useRunLine()
  const ended = runEnded(run)
  const bar = barOf(run)
  const brought = run.artists + run.albums + run.tracks > 0
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 grow">
          <p className="truncate text-sm font-semibold" title={title}>
            {title}
          </p>
          <p className="truncate text-sm text-faint">{line(run)}</p>
        </div>
        {!ended && bar.max > 0 && (
          <span className="shrink-0 tabular text-sm text-soft">{format.percent(run.percentage / 100)}</span>
        )}
        <Stop run={run} small={small} />
      </div>
      {!ended && <Progress label={t('runs.progress', { title: run.title })} {...bar} className="mt-2.5" />}
      {run.note && <p className="mt-2 text-sm text-soft">{run.note}</p>}
      {counts && brought && (
        <div className="mt-4">
          <RunCounts run={run} />
        </div>
      )}
      {children}
    </div>
  )
}

/** The way from a run to what it is about. */
export function RunArtist({ run }: { run: Run }) {
  const { t } = useTranslation()
  if (run.artist_id === null) return null
  return (
    <Button asChild look="quiet" size="small" className="max-md:-ml-3">
      <Link to="/artists/$slug" params={{ slug: slugOf(run.artist_id, '') }}>
        {t('runs.open')}
      </Link>
    </Button>
  )
}
