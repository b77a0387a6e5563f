import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Activity } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { Skeleton } from '../../components/feedback/skeleton.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import type { Run } from '../../lib/api/discography.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { activeRuns, runEnded } from './progress.ts'
import { runsQuery } from './queries.ts'
import { RunArtist, RunCard, RunNote, useRunLine, useRunTitle } from './run-card.tsx'

/** What has ended, in two lines: what it was, and what it brought or why it did not. */
function Ended({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  const title = useRunTitle()(run)
  const line = useRunLine()
  const at = run.finished_at ?? run.created_at
  const bits = [
    line(run),
    (run.kind === 'expansion' || run.kind === 'discography') && t(`runs.kinds.${run.kind}`),
    run.albums > 0 && t('common.albums', { count: run.albums, formatted: format.count(run.albums) }),
    run.tracks > 0 && t('common.tracks', { count: run.tracks, formatted: format.count(run.tracks) }),
  ].filter(Boolean)
  return (
    <li className="flex items-center gap-x-3 py-3.5 pr-2 pl-5 max-sm:flex-col max-sm:items-start max-sm:pr-5">
      <div className="min-w-0 grow">
        <p className="truncate text-sm font-semibold" title={title}>
          {title}
        </p>
        <p className="tabular text-sm text-faint">
          {bits.map((bit) => `${bit} · `)}
          <span title={format.fullDate(at)}>{format.ago(at)}</span>
        </p>
        <RunNote run={run} />
      </div>
      <RunArtist run={run} />
    </li>
  )
}

function Lists({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation()
  const [active, ended] = [activeRuns(runs), runs.filter(runEnded)]
  const boxes = 'mt-3 divide-y divide-line rounded-card bg-raised'
  return (
    <>
      {active.length > 0 && (
        <section aria-labelledby="under-way" className="mb-8">
          <h2 id="under-way" className="display text-lg">
            {t('runs.underWay')}
          </h2>
          <ul className={boxes}>
            {active.map((run) => (
              <li key={run.id} className="p-5">
                <RunCard run={run} counts />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.length > 0 && (
        <section aria-labelledby="ended">
          <h2 id="ended" className="display text-lg">
            {t('runs.finished')}
          </h2>
          <ul className={boxes}>
            {ended.map((run) => (
              <Ended key={run.id} run={run} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The jobs: what is under way with its progress, and what has ended. */
export function ActivityPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(runsQuery)
  return (
    <Page narrow>
      <PageHeader title={t('runs.title')} note={t('runs.note')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map((row) => <Skeleton key={row} className="mb-3 h-20 rounded-card" />)}
      {data?.length === 0 && (
        <EmptyState
          icon={Activity}
          title={t('runs.none')}
          text={t('runs.noneText')}
          action={
            <Button asChild look="primary">
              <Link to="/artists/add">{t('runs.addArtist')}</Link>
            </Button>
          }
        />
      )}
      {data && <Lists runs={data} />}
    </Page>
  )
}
