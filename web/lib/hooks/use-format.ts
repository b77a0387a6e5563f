import { useMemo } from 'react'
import { count, fullDate, longDuration, percent, relativeTime, releaseDay, timeOfDay } from '../format/format.ts'
import { useRegion } from './use-region.ts'

/** The formatters in the language of the app, as it is written where the reader is. */
export function useFormat() {
  const language = useRegion()
  return useMemo(
    () => ({
      language,
      count: (value: number) => count(value, language),
      percent: (share: number) => percent(share, language),
      longDuration: (ms: number) => longDuration(ms, language),
      ago: (iso: string) => relativeTime(iso, language),
      fullDate: (iso: string) => fullDate(iso, language),
      timeOfDay: (iso: string) => timeOfDay(iso, language),
      releaseDay: (date: string) => releaseDay(date, language),
    }),
    [language],
  )
}
