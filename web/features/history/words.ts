import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegion } from '../../lib/hooks/use-region.ts'
import { type Found, isFound } from '../mood/emotions.ts'

/** Seconds in words: `45 s`, `12 min`, `1 h 5 min`. */
export function spell(seconds: number, language: string): string {
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const whole = Math.round(seconds)
  if (whole < 60) return unit(whole, 'second')
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`
}

/** Emotions, times and days in the language of the app. */
export function useWords() {
  const { t } = useTranslation()
  const language = useRegion()
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
    const second = new Intl.DateTimeFormat(language, { timeStyle: 'medium' })
    const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short' })
    const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
    return {
      emotion: (found: Found) => t(`mood.emotions.${found}`),
      /** A name of the server; one that this page does not know stays as it is. */
      named: (name: string) => (isFound(name) ? t(`mood.emotions.${name}`) : name),
      time: (at: number) => time.format(at),
      exact: (at: number) => second.format(at),
      day: (at: number) => day.format(at),
      /** Monday 0 to Sunday 6. */
      weekday: (index: number) => weekday.format(Date.UTC(2024, 0, 1 + index)),
      spell: (seconds: number) => spell(seconds, language),
    }
  }, [t, language])
}
