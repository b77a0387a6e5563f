import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Dialog } from '../../../components/overlays/dialog.tsx'
import type { Provenance } from '../../../lib/api/discography.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { provenanceTexts } from './texts.ts'
import { attributions, factsOf, plainName, provenanceQuery, sourceName } from './told.ts'

/** Told by nobody outside. */
type Own = 'files' | 'user'
const OWN: readonly string[] = ['files', 'user'] satisfies Own[]
const NAMED = Object.keys(provenanceTexts.en.fields) as (keyof typeof provenanceTexts.en.fields)[]

/** The name of a field in the reader's language. */
function useFieldName(): (field: string) => string {
  const { t } = useTranslation()
  return (field) => {
    const known = NAMED.find((one) => one === field)
    return known ? t(`library.provenance.fields.${known}`) : plainName(field)
  }
}

function Fields({ fields }: Pick<Provenance, 'fields'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useFieldName()
  return (
    <dl className="divide-y divide-line">
      {factsOf(fields).map(({ field, provider, title, score, fetched_at: at }) => (
        <div key={field} className="flex flex-wrap items-baseline gap-x-4 py-2.5 text-sm">
          <dt className="w-40 shrink-0 font-medium max-sm:w-full">{nameOf(field)}</dt>
          <dd className="flex min-w-0 grow flex-wrap items-baseline gap-x-3 text-soft">
            <span>{OWN.includes(provider) ? t(`library.provenance.own.${provider as Own}`) : title}</span>
            {score !== null && (
              <span className="tabular text-xs text-faint">
                {t('library.provenance.sure', { percent: format.percent(score) })}
              </span>
            )}
            <time dateTime={at} title={format.fullDate(at)} className="ml-auto text-xs text-faint">
              {format.ago(at)}
            </time>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Ids({ ids }: Pick<Provenance, 'ids'>) {
  const { t } = useTranslation()
  if (ids.length === 0) return null
  return (
    <section className="mt-6">
      <h3 className="text-sm font-semibold">{t('library.provenance.ids')}</h3>
      <ul className="mt-2 space-y-1.5 text-sm">
        {ids.map(({ provider, value, pinned }) => (
          <li key={`${provider}:${value}`} className="flex flex-wrap items-baseline gap-x-3">
            <span className="w-28 shrink-0 text-soft">{sourceName(provider)}</span>
            <code className="min-w-0 font-mono text-xs break-all text-faint select-all">{value}</code>
            {pinned && <span className="text-xs font-medium text-accent-text">{t('library.provenance.pinned')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Thanks({ fields }: Pick<Provenance, 'fields'>) {
  const { t } = useTranslation()
  const thanks = attributions(fields)
  if (thanks.length === 0) return null
  return (
    <section className="mt-6">
      <h3 className="text-sm font-semibold">{t('library.provenance.credits')}</h3>
      <ul className="mt-2 space-y-1 text-xs text-faint">
        {thanks.map(({ title, attribution }) => (
          <li key={title}>{attribution}</li>
        ))}
      </ul>
    </section>
  )
}

function Told({ provenance }: { provenance: Provenance }) {
  const { t } = useTranslation()
  const { fields, ids } = provenance
  return (
    <div className="max-h-[60vh] overflow-y-auto">
      {fields.length === 0 ? (
        <p className="py-2 text-sm text-faint">{t('library.provenance.empty')}</p>
      ) : (
        <Fields fields={fields} />
      )}
      <Ids ids={ids} />
      <Thanks fields={fields} />
    </div>
  )
}

type Props = {
  entity: 'artist' | 'album'
  id: number
  name: string
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Each fact with who said it, when and how sure; and what the services ask to be named. */
export function ProvenanceDialog({ entity, id, name, open, onOpenChange }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({ ...provenanceQuery(entity, id), enabled: open })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('library.provenance.title')}
      description={t('library.provenance.text', { name })}
      wide
    >
      {error && !data && <ErrorState compact error={error} onRetry={() => void refetch()} />}
      {!data && !error && [1, 2, 3, 4, 5].map((row) => <Skeleton key={row} className="my-3 h-5" />)}
      {data && <Told provenance={data} />}
    </Dialog>
  )
}
