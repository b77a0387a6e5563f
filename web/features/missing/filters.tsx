import { useTranslation } from 'react-i18next'
import { Segmented } from '../../components/choices/segmented.tsx'
import { Switch } from '../../components/choices/switch.tsx'
import { RELEASE_TYPES } from '../../lib/api/discography.ts'
import { toggledType } from './group.ts'
import type { useMissingFilters } from './use-missing-filters.ts'

const PILL =
  'inline-flex h-8 shrink-0 items-center rounded-full bg-hover px-3 text-sm font-medium text-soft transition-colors hover:bg-pressed hover:text-text aria-pressed:bg-text aria-pressed:text-page'

/** Which kinds, whose, and in which order. */
export function MissingFilterBar({ view }: { view: ReturnType<typeof useMissingFilters> }) {
  const { t } = useTranslation()
  const { types, everyone, by, set } = view
  const choices = (['newest', 'artist'] as const).map((value) => ({ value, label: t(`missing.by.${value}`) }))
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Segmented
          label={t('missing.group')}
          value={by}
          choices={choices}
          onChange={(next) => set({ by: next === 'newest' ? undefined : next })}
        />
        <Switch
          label={t('missing.ownedArtists')}
          checked={!everyone}
          onChange={(only) => set({ everyone: only ? undefined : '1' })}
        />
      </div>
      <fieldset aria-label={t('missing.types')} className="no-scrollbar -mx-1 flex min-w-0 gap-1.5 overflow-x-auto p-1">
        {RELEASE_TYPES.map((type) => (
          <button
            key={type}
            type="button"
            aria-pressed={types.includes(type)}
            onClick={() => set({ types: toggledType(types.join(','), type) })}
            className={PILL}
          >
            {t(`library.artists.types.${type}`)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
