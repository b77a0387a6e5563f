import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { count, fullDate, longDuration, percent, relativeTime } from '../format/format.ts'

/** The formatters in the language of the app. */
export function useFormat() {
  const { i18n } = useTranslation()
  const language = i18n.language
  return useMemo(
    () => ({
      language,
      count: (value: number) => count(value, language),
      percent: (share: number) => percent(share, language),
      longDuration: (ms: number) => longDuration(ms, language),
      ago: (iso: string) => relativeTime(iso, language),
      fullDate: (iso: string) => fullDate(iso, language),
    }),
    [language],
  )
}
