import { useMutation } from '@tanstack/react-query'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, ExternalLink, Stethoscope } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Switch } from '../../components/choices/switch.tsx'
import { Button } from '../../components/controls/button.tsx'
import { IconButton } from '../../components/controls/icon-button.tsx'
import { Icon } from '../../components/media/icon.tsx'
import { type Provider, type ProviderTest, testProvider } from '../../lib/api/discography.ts'
import { queryClient } from '../../lib/api/query.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { safeLink } from '../library/artists/detail/facts.ts'
import { useTell } from '../library/folders/use-tell.ts'
import { untestable } from './arrange.ts'
import { Gives, State } from './provider-facts.tsx'
import { KeyHelp } from './provider-key.tsx'
import { Services } from './provider-services.tsx'
import { providersQuery } from './queries.ts'

/** How the question was answered; said when it is there. */
function Result({ result }: { result: ProviderTest | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <p
      role="status"
      className={clsx('basis-full text-right text-sm empty:absolute', result?.ok ? 'text-good' : 'text-danger')}
    >
      {result &&
        (result.ok
          ? t('providers.testOk', { ms: format.count(result.milliseconds) })
          : t('providers.testBad', { message: result.message }))}
    </p>
  )
}

/** One small question, where it can be asked; else why not. */
function Test({ provider }: { provider: Provider }) {
  const { name, title } = provider
  const { t } = useTranslation()
  const tell = useTell()
  const id = useId()
  const why = untestable(provider)
  const test = useMutation({
    mutationFn: () => testProvider(name),
    onError: tell,
    onSettled: () => queryClient.invalidateQueries(providersQuery),
  })
  return (
    <>
      <Button
        size="small"
        icon={Stethoscope}
        busy={test.isPending}
        disabled={why !== null}
        aria-label={t('providers.testName', { title })}
        aria-describedby={why === null ? undefined : id}
        onClick={() => test.mutate()}
        className="ml-auto"
      >
        {t('providers.test')}
      </Button>
      {why && (
        <p id={id} className="basis-full text-right text-sm text-faint">
          {t(`providers.untestable.${why}`)}
        </p>
      )}
      <Result result={why ? undefined : test.data} />
    </>
  )
}

function Title({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const link = safeLink(provider.website)
  return (
    <h2 className="flex min-w-0 items-center gap-1.5 text-base font-semibold">
      <span className="truncate">{provider.title}</span>
      {link && (
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('providers.site', { title: provider.title })}
          className="grid size-8 shrink-0 place-items-center rounded-full text-faint hover:bg-hover hover:text-text"
        >
          <Icon icon={ExternalLink} size={14} />
        </a>
      )}
    </h2>
  )
}

type Props = {
  provider: Provider
  place: number
  total: number
  onMove: (step: -1 | 1) => void
  onSwitch: (on: boolean) => void
}

function Order({ provider: { title }, place, total, onMove }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex shrink-0 flex-col items-center">
      <IconButton
        icon={ArrowUp}
        size="small"
        label={t('providers.up', { title })}
        disabled={place === 1}
        onClick={() => onMove(-1)}
      />
      <span className="display tabular text-base text-faint" aria-hidden="true">
        {place}
      </span>
      <span className="sr-only">{t('providers.place', { place: String(place), total: String(total) })}</span>
      <IconButton
        icon={ArrowDown}
        size="small"
        label={t('providers.down', { title })}
        disabled={place === total}
        onClick={() => onMove(1)}
      />
    </div>
  )
}

/** A service: its place in the order, how it is, what it gives, what was asked of it. */
export function ProviderCard(props: Props) {
  const { t } = useTranslation()
  const { provider, onSwitch } = props
  return (
    <li className="flex gap-4 rounded-card bg-raised p-5 max-md:gap-2 max-md:p-4">
      <Order {...props} />
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Title provider={provider} />
          <State state={provider.state} />
        </div>
        <Gives gives={provider.gives} />
        <KeyHelp provider={provider} />
        <Services provider={provider} />
        <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Switch
            label={t('providers.enabled', { title: provider.title })}
            checked={provider.enabled}
            onChange={onSwitch}
          />
          <Test provider={provider} />
        </div>
      </div>
    </li>
  )
}
