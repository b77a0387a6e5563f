import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../components/media/icon.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import type { Reading } from '../api.ts'
import { FEATURES, type Line, linesOf, type Part, valueText } from './features.ts'

function Measure({ line }: { line: Line }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  return (
    <div className="py-1">
      <div className="flex justify-between gap-4 text-sm">
        <dt className="text-soft">{t(`mood.features.${line.measure}`)}</dt>
        <dd className="tabular text-text">{valueText(line, language)}</dd>
      </div>
      {line.kind === 'share' && (
        <div aria-hidden="true" className="mt-1 h-0.5 overflow-hidden rounded-full bg-pressed">
          <div className="h-full origin-left bg-accent" style={{ transform: `scaleX(${line.value})` }} />
        </div>
      )}
    </div>
  )
}

/** What the mesh measures, in plain words, for whoever wants to know. */
export function Details({ reading }: { reading: Reading }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { features, metadata, processing_time_ms: time } = reading
  const { width, height } = metadata.image_resolution
  const facts = {
    time: format.count(Math.round(time)),
    size: `${format.count(width)} × ${format.count(height)}`,
    points: format.count(metadata.face_landmarks_count),
  }
  return (
    <details className="group rounded-card bg-raised">
      <summary className="flex cursor-pointer list-none items-center justify-between gap-4 rounded-card px-5 py-3.5 text-sm font-semibold -outline-offset-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
        {t('mood.details')}
        <Icon icon={ChevronDown} size={18} className="text-faint transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid gap-x-8 gap-y-5 px-5 pt-2 pb-5 sm:grid-cols-2">
        {(Object.keys(FEATURES) as Part[]).map((part) => (
          <section key={part} aria-label={t(`mood.parts.${part}`)}>
            <h3 className="mb-1 text-xs font-semibold text-faint">{t(`mood.parts.${part}`)}</h3>
            <dl>
              {linesOf(features, part).map((line) => (
                <Measure key={line.measure} line={line} />
              ))}
            </dl>
          </section>
        ))}
        <p className="text-xs text-faint sm:col-span-2">
          {t('mood.units')} {t('mood.facts', facts)}
        </p>
      </div>
    </details>
  )
}
