import { useMutation, useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Progress } from '../../../components/controls/progress.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import { refreshCatalogue } from '../../../lib/api/query.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { demoQuery, demoRuns, refreshLibrary } from './queries.ts'
import { useTell } from './use-tell.ts'

async function startDemo(): Promise<void> {
  await ok(client.POST('/library/demo'))
  await refreshLibrary()
}

/** Songs that Animo composes itself, for whoever has no music at hand. Shown while the library is empty. */
export function DemoCard({ offered }: { offered: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const tell = useTell()
  const { data: demo } = useQuery(demoQuery)
  const start = useMutation({ mutationFn: startDemo, onError: tell })
  const running = demoRuns(demo)
  const ran = useRef(false)
  useEffect(() => {
    if (ran.current && !running) void Promise.all([refreshLibrary(), refreshCatalogue()])
    ran.current = running
  }, [running])
  if (!demo || (!offered && !running && demo.state !== 'failed')) return null
  const counts = { done: format.count(demo.done), total: format.count(demo.total) }
  const line = running
    ? t(demo.state === 'scanning' ? 'library.folders.demoReading' : 'library.folders.demoRendering', counts)
    : t(demo.state === 'failed' ? 'library.folders.demoFailed' : 'library.folders.demoText')
  return (
    <section aria-label={t('library.folders.demo')} className="mt-6 rounded-card bg-raised p-5">
      <div className="flex flex-wrap items-center gap-4">
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-hover text-accent-text">
          <Icon icon={Sparkles} />
        </span>
        <div className="min-w-0 grow basis-60">
          <h2 className="text-base font-semibold">{t('library.folders.demo')}</h2>
          <p role="status" className="tabular text-sm text-soft">
            {line}
          </p>
        </div>
        {!running && (
          <Button busy={start.isPending} onClick={() => start.mutate()}>
            {t(demo.state === 'failed' ? 'common.retry' : 'library.folders.demoStart')}
          </Button>
        )}
      </div>
      {running && <Progress label={line} value={demo.done} max={demo.total} className="mt-4" />}
    </section>
  )
}
