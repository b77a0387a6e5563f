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
import { barOf, choreOf, countsOf, runEnded, runRests } from './progress.ts'
import { useCancelRun } from './queries.ts'

/** What a run has brought so far, in figures. */
function RunCounts({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  const counts = countsOf(run)
  if (counts.length === 0) return null
  return (
    <dl className="mt-4 flex gap-8">
      {counts.map(({ name, count }) => (
        <div key={name} className="flex animate-appear flex-col-reverse">
          <dt className="text-xs text-faint">{t(`runs.${name}`, { count })}</dt>
          <dd className="display tabular text-lg">{format.count(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a run is called: whom it is about, or what it does. */
export function useRunTitle(): (run: Run) => string {
  const { t } = useTranslation()
  return (run) => {
    const chore = choreOf(run)
    return chore === null ? run.title : t(`runs.chores.${chore}`)
  }
}

/** The run in one grey line: what it does now, or how it ended; nothing where all went well. */
export function useRunLine(): (run: Run) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const stateOf = (run: Run): string => {
    if (run.stopping) return t('runs.stopping')
    if (runRests(run)) return t('runs.resting')
    if (run.state === 'done') return ''
    return run.current ? t('runs.now', { name: run.current }) : t(`runs.states.${run.state}`)
  }
  return (run) => {
    const failed = run.steps_failed
    return [stateOf(run), failed > 0 && t('runs.failed', { count: failed, formatted: format.count(failed) })]
      .filter(Boolean)
      .join(' · ')
  }
}

/** What a run waits for, or what it could not get. */
export function RunNote({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!run.note) return null
  const { note } = run
  return (
    <p className="mt-2 text-sm break-words text-soft">
      {run.next_at && runRests(run)
        ? t('runs.waiting', { note, time: format.timeOfDay(run.next_at) })
        : t('runs.incomplete', { note })}
    </p>
  )
}

function Stop({ run, title, small }: { run: Run; title: string; small: boolean }) {
  const { t } = useTranslation()
  const cancel = useCancelRun()
  const phone = usePhone()
  const stop = () => cancel.mutate(run.id)
  if (!run.cancellable || runEnded(run)) return null
  const label = t('runs.stop', { title })
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
export function RunCard({ run, title, small = false, counts = false, children }: Props) {
  const { t } = useTranslation()
  const own = useRunTitle()(run)
  const shown = title ?? own
  const format = useFormat()
  const line = useRunLine()
  const ended = runEnded(run)
  const bar = barOf(run)
  return (
    <div className="min-w-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 grow">
          <p className="truncate text-sm font-semibold" title={shown}>
            {shown}
          </p>
          <p className="truncate text-sm text-faint empty:hidden">{line(run)}</p>
        </div>
        {!ended && bar.max > 0 && (
          <span className="shrink-0 tabular text-sm text-soft">{format.percent(run.percentage / 100)}</span>
        )}
        <Stop run={run} title={own} small={small} />
      </div>
      {!ended && <Progress label={t('runs.progress', { title: own })} {...bar} className="mt-2.5" />}
      <RunNote run={run} />
      {counts && <RunCounts run={run} />}
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
