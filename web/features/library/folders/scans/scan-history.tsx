import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import type { Scan } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { reasonKey } from './reasons.ts'
import { COUNTS, ScanCounts } from './scan-counts.tsx'

function ErrorTable({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (scan.errors.length === 0) return null
  const more = scan.failed - scan.errors.length
  return (
    <div className="mt-5 max-h-96 overflow-auto rounded-control border border-line">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{t('library.folders.unread')}</caption>
        <thead className="sticky top-0 bg-hover text-xs text-faint">
          <tr>
            <th className="px-3 py-2 font-medium">{t('library.folders.file')}</th>
            <th className="px-3 py-2 font-medium">{t('library.folders.reason')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {scan.errors.map(({ file, reason }) => {
            const key = reasonKey(reason)
            return (
              <tr key={`${file}\n${reason}`}>
                <td className="px-3 py-2 align-top break-all text-text">{file}</td>
                <td className="px-3 py-2 align-top text-soft">{key ? t(`library.folders.reasons.${key}`) : reason}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more > 0 && (
        <p className="px-3 py-2 text-xs text-faint">
          {t('library.folders.moreUnread', { count: more, formatted: format.count(more) })}
        </p>
      )}
    </div>
  )
}

/** `38 added, 2 not readable`: what a scan changed, or that it changed nothing. */
function useSummary() {
  const { t } = useTranslation()
  const format = useFormat()
  return (scan: Scan): string => {
    const parts = COUNTS.filter((name) => name !== 'unchanged' && scan[name] > 0).map(
      (name) => `${format.count(scan[name])} ${t(`library.folders.counts.${name}`).toLocaleLowerCase(format.language)}`,
    )
    return parts.length > 0 ? parts.join(', ') : t('library.folders.noChange')
  }
}

function ScanEntry({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const format = useFormat()
  const summary = useSummary()
  const when = scan.finished_at ?? scan.started_at
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center gap-4 rounded-control px-4 py-3 -outline-offset-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <div className="min-w-0 grow">
            <p className="text-sm font-medium" title={when === null ? undefined : format.fullDate(when)}>
              {t(`library.folders.states.${scan.state}`)}
              {when !== null && <span className="font-normal text-faint"> · {format.ago(when)}</span>}
            </p>
            <p className="truncate tabular text-sm text-faint">{summary(scan)}</p>
          </div>
          <Icon
            icon={ChevronDown}
            size={18}
            className="shrink-0 text-faint transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="px-4 pt-2 pb-5">
          <ScanCounts scan={scan} />
          <ErrorTable scan={scan} />
        </div>
      </details>
    </li>
  )
}

/** The latest scans; each opens to its figures and to the files that could not be read. */
export function ScanHistory({ scans }: { scans: readonly Scan[] }) {
  const { t } = useTranslation()
  if (scans.length === 0) return null
  return (
    <section aria-labelledby="scans" className="mt-10">
      <h2 id="scans" className="display mb-3 text-lg">
        {t('library.folders.history')}
      </h2>
      <ul className="divide-y divide-line rounded-card bg-raised">
        {scans.map((scan) => (
          <ScanEntry key={scan.id} scan={scan} />
        ))}
      </ul>
    </section>
  )
}
