import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import type { StatusWords } from '../stage/use-status.ts'
import { useLive } from '../state/store.ts'
import { useSlow } from '../state/use-slow.ts'

const EVERY_MS = 4000

/** Says the state and the emotion to a screen reader, politely and not more often than one can listen. */
export function Announcer({ status, title, text }: StatusWords) {
  const { t } = useTranslation()
  const format = useFormat()
  const found = useLive(({ result }) => result?.detection.clase_detallada ?? null)
  const tenths = useLive(({ result }) => Math.round((result?.detection.confianza ?? 0) * 10))
  const reads = status === 'reading' || status === 'several'
  const emotion = found === null ? '' : t(`mood.emotions.${found}`)
  const words = reads
    ? t('mood.live.announce', { emotion, figure: format.percent(tenths / 10) })
    : // A countdown would be read every second; the title alone is enough.
      status === 'reconnecting' || status === 'serverBusy'
      ? title
      : `${title}. ${text}`
  const slow = useSlow(words, EVERY_MS)
  return (
    <p role="status" className="sr-only">
      {slow}
    </p>
  )
}
