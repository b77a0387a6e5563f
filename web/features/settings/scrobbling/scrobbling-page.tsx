import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Radio } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Page } from '../../../components/layout/page.tsx'
import { PageHeader } from '../../../components/layout/page-header.tsx'
import { Section } from '../../../components/layout/section.tsx'
import { Arrival } from './arrival.tsx'
import { Connect } from './connect.tsx'
import { Connected } from './connected.tsx'
import { type Service, servicesQuery } from './queries.ts'

function ServiceSection({ service }: { service: Service }) {
  return (
    <Section title={service.title}>
      <div className="flex flex-col gap-6">
        {service.account !== null && <Connected service={service} />}
        {service.available && service.state !== 'active' && <Connect service={service} />}
      </div>
    </Section>
  )
}

/** The one that is there only where the server has keys for it. */
const NEEDS_KEYS = 'lastfm'

function Services() {
  const { t } = useTranslation()
  const { service: from, token } = useSearch({ from: '/shell/settings/scrobbling' })
  const { data, error, refetch } = useQuery(servicesQuery)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return [1, 2].map((row) => <Skeleton key={row} className="my-4 h-24" />)
  if (data.length === 0) return <EmptyState icon={Radio} title={t('scrobbling.title')} text={t('scrobbling.none')} />
  const arrived = data.find(({ service }) => service === from)
  return (
    <>
      {arrived && token && <Arrival service={arrived} token={token} />}
      {data.map((service) => (
        <ServiceSection key={service.service} service={service} />
      ))}
      {!data.some(({ service }) => service === NEEDS_KEYS) && (
        <p className="border-t border-line py-6 text-sm text-faint">{t('scrobbling.more')}</p>
      )}
    </>
  )
}

/** Where one's own listenings go: services, their state, and how to connect them. */
export function ScrobblingPage() {
  const { t } = useTranslation()
  return (
    <Page narrow>
      <PageHeader title={t('scrobbling.title')} />
      <p className="mb-4 text-sm text-soft">{t('scrobbling.intro')}</p>
      <Services />
    </Page>
  )
}
