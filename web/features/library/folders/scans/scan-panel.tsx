import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Progress } from '../../../../components/controls/progress.tsx'
import { client, ok } from '../../../../lib/api/client.ts'
import { useScan } from '../../../../lib/api/events.ts'
import type { Scan } from '../../../../lib/api/models.ts'
import { refreshCatalogue } from '../../../../lib/api/query.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { refreshLibrary } from '../queries.ts'
import { useTell } from '../use-tell.ts'
import { ScanCounts } from './scan-counts.tsx'

const cancelScan = (id: number) => ok(client.POST('/library/scans/{id}/cancel', { params: { path: { id } } }))

/** A scan that runs: how far it is, what it found, and the way to stop it. */
export function ScanPanel({ active }: { active: Scan }) {
  const { t } = useTranslation()
  const format = useFormat()
  const tell = useTell()
  const onEnd = useCallback(() => void Promise.all([refreshLibrary(), refreshCatalogue()]), [])
  const scan = useScan(active.id, onEnd) ?? active
  const cancel = useMutation({ mutationFn: cancelScan, onError: tell })
  const { files_seen: seen, files_total: total } = scan
  const title = t(scan.state === 'queued' ? 'library.folders.queued' : 'library.folders.scanning')
  return (
    <section aria-label={title} className="mt-6 rounded-card bg-raised p-5">
      <div className="flex items-center gap-4">
        <div className="min-w-0 grow">
          <h2 className="text-base font-semibold">{title}</h2>
          <p className="mt-0.5 tabular text-sm text-faint">
            {total > 0
              ? t('library.folders.progress', { seen: format.count(seen), total: format.count(total) })
              : t('library.folders.counting')}
          </p>
        </div>
        <Button
          look="quiet"
          icon={X}
          busy={cancel.isPending || cancel.isSuccess}
          onClick={() => cancel.mutate(scan.id)}
        >
          {t('common.cancel')}
        </Button>
      </div>
      <Progress label={title} value={seen} max={total} className="mt-4 mb-5" />
      <ScanCounts scan={scan} />
    </section>
  )
}
