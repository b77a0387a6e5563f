import clsx from 'clsx'
import { CircleAlert, CircleCheck, CirclePause, CloudOff, KeyRound, type LucideIcon, PowerOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Progress } from '../../components/controls/progress.tsx'
import { Icon } from '../../components/media/icon.tsx'
import type { Provider } from '../../lib/api/discography.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { plainName } from '../library/provenance/told.ts'
import { usageOf } from './arrange.ts'
import { providersTexts } from './texts.ts'

const ICONS: Record<Provider['state'], LucideIcon> = {
  ready: CircleCheck,
  failing: CircleAlert,
  resting: CirclePause,
  off: PowerOff,
  needs_key: KeyRound,
  offline: CloudOff,
}
const TONES: Record<Provider['state'], string> = {
  ready: 'text-good',
  failing: 'text-danger',
  resting: 'text-accent-text',
  off: 'text-faint',
  needs_key: 'text-accent-text',
  offline: 'text-faint',
}

/** How the service is, as icon and word. */
export function State({ state }: Pick<Provider, 'state'>) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-sm font-medium text-soft">
      <Icon icon={ICONS[state]} size={16} className={TONES[state]} />
      {t(`providers.states.${state}`)}
    </span>
  )
}

/** A provider, or one of the services behind it. */
export type Health = Omit<Provider['services'][number], 'name'>

/** Why it is as it is, in a sentence. */
export function Why({ of: { state, message, blocked_until: until } }: { of: Health }) {
  const { t } = useTranslation()
  const format = useFormat()
  if ((state !== 'resting' && state !== 'failing') || message === null) return null
  return (
    <p className="mt-2 text-sm break-words text-soft">
      {message}
      {state === 'resting' && until && Date.parse(until) > Date.now() && (
        <span className="text-faint" title={format.fullDate(until)}>
          {' '}
          · {t('providers.until', { when: format.ago(until) })}
        </span>
      )}
    </p>
  )
}

/** How much of a day's questions is used. */
export function UsageBar({ of: { title, usage, last_success_at: answered } }: { of: Health }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { calls, failures, tight } = usageOf(usage)
  const words = tight
    ? t('providers.budget', { calls: format.count(tight.calls), budget: format.count(tight.budget) })
    : t('providers.calls', { count: calls, formatted: format.count(calls) })
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-4 text-xs text-faint">
        <span>
          {t('providers.today')}
          {answered && (
            <span title={format.fullDate(answered)} className="max-sm:block">
              <span className="max-sm:hidden"> · </span>
              {t('providers.lastSuccess', { ago: format.ago(answered) })}
            </span>
          )}
        </span>
        <span className="tabular">
          {calls === 0 ? t('providers.unused') : words}
          {failures > 0 && ` · ${t('providers.failures', { count: failures, formatted: format.count(failures) })}`}
        </span>
      </p>
      {tight && (
        <Progress
          label={`${title}: ${t('providers.today')}`}
          value={tight.calls}
          max={tight.budget}
          className={clsx('mt-1.5', tight.calls / tight.budget > 0.9 && '[&>div]:bg-danger')}
        />
      )}
    </div>
  )
}

const PORTS = Object.keys(providersTexts.en.ports) as (keyof typeof providersTexts.en.ports)[]

/** What it gives, in words. */
export function Gives({ gives }: Pick<Provider, 'gives'>) {
  const { t } = useTranslation()
  const words = gives.map((port) => {
    const known = PORTS.find((one) => one === port)
    return known ? t(`providers.ports.${known}`) : plainName(port)
  })
  // A line never begins with the point between two words.
  return <p className="text-sm text-faint">{words.join('\u00A0· ')}</p>
}

/** The last problem and what is closed, for whoever wants to know more. */
export function Troubles({ of }: { of: Health }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { last_error: error, last_error_at: at, unable } = of
  if (error === null && unable.length === 0) return null
  return (
    <div className="mt-2 space-y-1 text-xs break-words text-faint">
      {error !== null && (
        <p>
          {at && <span title={format.fullDate(at)}>{t('providers.lastError', { ago: format.ago(at) })}: </span>}
          {error}
        </p>
      )}
      {unable.map(({ family, reason }) => (
        <p key={family}>
          {t('providers.closed')}: {plainName(family)} – {reason}
        </p>
      ))}
    </div>
  )
}
