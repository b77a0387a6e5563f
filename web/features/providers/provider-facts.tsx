import clsx from 'clsx'
import { CircleCheck, CirclePause, CloudOff, KeyRound, type LucideIcon, PowerOff, ShieldX } from 'lucide-react'
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
  resting: CirclePause,
  off: PowerOff,
  needs_key: KeyRound,
  refused: ShieldX,
  offline: CloudOff,
}
const TONES: Record<Provider['state'], string> = {
  ready: 'text-good',
  resting: 'text-accent-text',
  off: 'text-faint',
  needs_key: 'text-accent-text',
  refused: 'text-danger',
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

/** Why it is as it is, in a sentence. Keys that are missing are named. */
export function Why({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, message, missing, blocked_until: until } = provider
  if (state === 'needs_key') {
    return (
      <div className="mt-3 text-sm text-soft">
        <p>{t('providers.setKeys')}</p>
        <p className="mt-1.5 flex flex-wrap gap-2">
          {missing.map((name) => (
            <code key={name} className="rounded bg-page px-2 py-0.5 font-mono text-xs select-all">
              {name}
            </code>
          ))}
        </p>
      </div>
    )
  }
  if (state === 'off' || state === 'offline' || message === null) return null
  return (
    <p className="mt-2 text-sm text-soft">
      {message}
      {state === 'resting' && until && Date.parse(until) > Date.now() && (
        <span className="text-faint"> · {t('providers.until', { when: format.ago(until) })}</span>
      )}
    </p>
  )
}

/** How much of a day's questions is used. */
export function UsageBar({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { calls, failures, tight } = usageOf(provider.usage)
  const words = tight
    ? t('providers.budget', { calls: format.count(tight.calls), budget: format.count(tight.budget) })
    : t('providers.calls', { count: calls, formatted: format.count(calls) })
  return (
    <div>
      <p className="flex flex-wrap justify-between gap-x-4 text-xs text-faint">
        <span>{t('providers.today')}</span>
        <span className="tabular">
          {calls === 0 ? t('providers.unused') : words}
          {failures > 0 && ` · ${t('providers.failures', { count: failures, formatted: format.count(failures) })}`}
        </span>
      </p>
      {tight && (
        <Progress
          label={`${provider.title}: ${t('providers.today')}`}
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
  return <p className="text-sm text-faint">{words.join(' · ')}</p>
}

/** The last problem and what is closed, for whoever wants to know more. */
export function Troubles({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { last_error: error, last_error_at: at, unable, last_success_at: answered } = provider
  if (error === null && unable.length === 0 && answered === null) return null
  return (
    <div className="mt-3 space-y-1 text-xs text-faint">
      {answered && <p title={format.fullDate(answered)}>{t('providers.lastSuccess', { ago: format.ago(answered) })}</p>}
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
