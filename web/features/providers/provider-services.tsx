import { useTranslation } from 'react-i18next'
import type { Provider } from '../../lib/api/discography.ts'
import { type Health, State, Troubles, UsageBar, Why } from './provider-facts.tsx'
import { providersTexts } from './texts.ts'

const NAMES = Object.keys(providersTexts.en.services) as (keyof typeof providersTexts.en.services)[]

function Facts({ of }: { of: Health }) {
  return (
    <>
      <Why of={of} />
      <div className="mt-2">
        <UsageBar of={of} />
      </div>
      <Troubles of={of} />
    </>
  )
}

/** What was asked of a provider and how that went; of several services behind it, of each. */
export function Services({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const { services, state, title } = provider
  if (state === 'needs_key' || state === 'offline' || state === 'off') return null
  if (services.length < 2) return <Facts of={provider} />
  return (
    <ul
      aria-label={t('providers.servicesOf', { title })}
      className="mt-4 divide-y divide-line rounded-control bg-page/60"
    >
      {services.map((service) => {
        const known = NAMES.find((name) => name === service.name)
        return (
          <li key={service.name} className="px-4 py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <h3 className="text-sm font-medium">{known ? t(`providers.services.${known}`) : service.title}</h3>
              <State state={service.state} />
            </div>
            <Facts of={service} />
          </li>
        )
      })}
    </ul>
  )
}
