import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import { useRegion } from '../../../../lib/hooks/use-region.ts'
import { type Status, statusOf, type Tone, toneOf } from '../state/status.ts'
import { useLive } from '../state/store.ts'

/** Seconds until a moment, counting down. */
function useSecondsTo(until: number | null): number | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (until === null) return undefined
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [until])
  return until === null ? null : Math.max(0, Math.ceil((until - now) / 1000))
}

export type StatusWords = { status: Status; tone: Tone; title: string; text: string }

/** The state of the live mode in words. A wait says how long. */
export function useStatus(): StatusWords {
  const { t } = useTranslation()
  const region = useRegion()
  const { status, until } = useLive(
    useShallow((state) => ({
      status: statusOf(state),
      until: state.link.is === 'waiting' ? state.link.until : null,
    })),
  )
  const seconds = useSecondsTo(until)
  const when =
    seconds === null || seconds === 0
      ? t('mood.now')
      : new Intl.RelativeTimeFormat(region, { numeric: 'always' }).format(seconds, 'second')
  return {
    status,
    tone: toneOf(status),
    title: t(`mood.status.${status}.title`),
    text: t(`mood.status.${status}.text`, { when }),
  }
}
