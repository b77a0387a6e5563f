import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/media/icon.tsx'
import type { Provider } from '../../lib/api/discography.ts'
import { keyOf } from './arrange.ts'

/** Which variables are not set, what they are good for, and where to get what belongs in them. */
export function KeyHelp({ provider }: { provider: Provider }) {
  const { t } = useTranslation()
  const key = keyOf(provider)
  if (!key) return null
  return (
    <div className="mt-3 rounded-control bg-page/60 px-4 py-3 text-sm text-soft">
      <p>
        {t(`providers.keys.${key.name}`)}{' '}
        <a
          href={key.url}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 rounded font-medium text-accent-text hover:underline"
        >
          {new URL(key.url).host.replace(/^www\./, '')}
          <Icon icon={ExternalLink} size={14} />
        </a>
      </p>
      <p className="mt-2 text-faint">{t(key.required ? 'providers.setKeys' : 'providers.moreKeys')}</p>
      <p className="mt-1.5 flex flex-wrap gap-2">
        {key.variables.map((name) => (
          <code key={name} className="rounded bg-hover px-2 py-0.5 font-mono text-xs text-text select-all">
            {name}
          </code>
        ))}
      </p>
    </div>
  )
}
