import { useQuery } from '@tanstack/react-query'
import { CloudOff, Lock, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { EmptyState } from '../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../components/feedback/error-state.tsx'
import { Skeleton } from '../../components/feedback/skeleton.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PageHeader } from '../../components/layout/page-header.tsx'
import { Icon } from '../../components/media/icon.tsx'
import type { Provider } from '../../lib/api/discography.ts'
import { meQuery } from '../../lib/api/query.ts'
import { moved, switched } from './arrange.ts'
import { ProviderCard } from './provider-card.tsx'
import { providersQuery, useArrange } from './queries.ts'

function Offline() {
  const { t } = useTranslation()
  return (
    <div role="status" className="mb-4 flex items-start gap-4 rounded-card bg-hover p-5">
      <Icon icon={CloudOff} className="mt-0.5 shrink-0 text-accent-text" />
      <div>
        <p className="text-sm font-semibold">{t('providers.offline')}</p>
        <p className="mt-0.5 text-sm text-soft">{t('providers.offlineText')}</p>
      </div>
    </div>
  )
}

/** The services in the order in which they are asked; moves are announced. */
function List({ items }: { items: readonly Provider[] }) {
  const { t } = useTranslation()
  const arrange = useArrange()
  const [said, setSaid] = useState('')
  const move = ({ name, title }: Provider, step: -1 | 1) => {
    const order = moved(items, name, step)
    arrange.mutate({ order })
    setSaid(t('providers.moved', { title, place: String(order.indexOf(name) + 1) }))
  }
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ol className="space-y-3">
        {items.map((provider, index) => (
          <ProviderCard
            key={provider.name}
            provider={provider}
            place={index + 1}
            total={items.length}
            onMove={(step) => move(provider, step)}
            onSwitch={(on) => arrange.mutate({ disabled: switched(items, provider.name, on) })}
          />
        ))}
      </ol>
    </>
  )
}

function Providers() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(providersQuery)
  const arrange = useArrange()
  return (
    <>
      <PageHeader title={t('providers.title')} note={t(data?.custom ? 'providers.noteCustom' : 'providers.note')} />
      {data?.custom && (
        <Button
          look="quiet"
          size="small"
          icon={RotateCcw}
          onClick={() => arrange.mutate({ order: [] })}
          className="mb-4 -ml-2"
        >
          {t('providers.recommended')}
        </Button>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && [1, 2, 3, 4].map((row) => <Skeleton key={row} className="mb-3 h-44 rounded-card" />)}
      {data?.offline && <Offline />}
      {data && <List items={data.items} />}
    </>
  )
}

/** The services that are asked: who is first, who is off, how each one is. For administrators. */
export function ProvidersPage() {
  const { t } = useTranslation()
  const { data: me } = useQuery(meQuery)
  if (!me) return null
  return (
    <Page narrow>
      {me.role === 'admin' ? (
        <Providers />
      ) : (
        <>
          <PageHeader title={t('providers.title')} />
          <EmptyState icon={Lock} title={t('providers.adminOnly')} text={t('providers.adminOnlyText')} />
        </>
      )}
    </Page>
  )
}
