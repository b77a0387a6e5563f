import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'

export const COUNTS = ['added', 'updated', 'moved', 'unchanged', 'missing', 'failed'] as const

/** What a scan has found so far, in figures. */
export function ScanCounts({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <dl className="grid grid-cols-3 gap-x-4 gap-y-3 sm:grid-cols-6">
      {COUNTS.map((name) => (
        <div key={name}>
          <dd className={`display tabular text-lg ${name === 'failed' && scan.failed > 0 ? 'text-danger' : ''}`}>
            {format.count(scan[name])}
          </dd>
          <dt className="text-xs text-faint">{t(`library.folders.counts.${name}`)}</dt>
        </div>
      ))}
    </dl>
  )
}
