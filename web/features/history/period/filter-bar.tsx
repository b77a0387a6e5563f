import { useTranslation } from 'react-i18next'
import { Select } from '../../../components/controls/select.tsx'
import type { EmotionSession } from '../../../lib/api/emotions.ts'
import { FOUND } from '../../mood/emotions.ts'
import { useSessionName } from '../sessions/use-session-name.ts'
import type { Filters } from '../use-filters.ts'
import { useWords } from '../words.ts'
import { dayText, PERIODS } from './period.ts'

const ANY = 'any'
const FIELD =
  'h-9 rounded-full border-0 bg-hover px-3.5 text-sm font-medium text-text transition-colors hover:bg-pressed'

type Props = { filters: Filters; sessions: readonly EmotionSession[] }

function SessionSelect({ filters, sessions }: Props) {
  const { t } = useTranslation()
  const nameOf = useSessionName()
  if (sessions.length < 2 && filters.session === 'all') return null
  const options = [
    { value: 'all', label: t('history.allSessions') },
    ...sessions.map((session) => ({ value: session.session_id, label: nameOf(session) })),
  ]
  return (
    <Select
      label={t('history.session')}
      value={filters.session}
      options={options}
      onChange={(session) => filters.change({ session })}
      className="max-w-60 min-w-0 [&>span]:truncate"
    />
  )
}

/** Which days, which session and which emotion. */
export function FilterBar({ filters, sessions }: Props) {
  const { t } = useTranslation()
  const words = useWords()
  const { period, day, emotion, change } = filters
  const emotions = [
    { value: ANY, label: t('history.allEmotions') },
    ...FOUND.map((found) => ({ value: found, label: words.emotion(found) })),
  ]
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label={t('history.period.label')}
        value={period}
        options={PERIODS.map((value) => ({ value, label: t(`history.period.${value}`) }))}
        onChange={(value) => change({ period: value })}
      />
      {period === 'day' && (
        <input
          type="date"
          aria-label={t('history.period.day')}
          value={day}
          max={dayText(new Date())}
          onChange={({ target }) => target.value !== '' && change({ day: target.value })}
          className={FIELD}
        />
      )}
      <SessionSelect filters={filters} sessions={sessions} />
      <Select
        label={t('history.emotion')}
        value={emotion ?? ANY}
        options={emotions}
        onChange={(value) => change({ emotion: FOUND.find((found) => found === value) ?? null })}
      />
    </div>
  )
}
