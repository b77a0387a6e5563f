import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import type { Expansion, FoundArtist, Run } from '../../../../lib/api/discography.ts'
import { refreshCatalogue } from '../../../../lib/api/query.ts'
import { slugOf } from '../../../../lib/format/slug.ts'
import { remember, runEnded } from '../../../runs/progress.ts'
import { refreshRuns, useRun } from '../../../runs/queries.ts'
import { RunCard } from '../../../runs/run-card.tsx'

/** The run as it goes on, and the names it went through. */
function useGrowing(start: Run | null) {
  const [names, setNames] = useState<string[]>(() => remember([], start?.current ?? null))
  const run = useRun(start, (now) => {
    setNames((old) => remember(old, now.current))
    if (runEnded(now)) void Promise.all([refreshCatalogue(), refreshRuns()])
  })
  return { run, names }
}

const TITLES = { done: 'library.add.grown', cancelled: 'library.add.stopped', failed: 'library.add.failed' } as const

function Names({ names }: { names: readonly string[] }) {
  const { t } = useTranslation()
  if (names.length === 0) return null
  return (
    <div className="mt-5">
      <p className="text-xs text-faint">{t('library.add.workedOn')}</p>
      <ul className="mt-2 flex flex-wrap gap-2">
        {names.map((name) => (
          <li
            key={name}
            className="inline-flex h-7 animate-appear items-center gap-1.5 rounded-full bg-hover px-3 text-xs font-medium text-soft"
          >
            <Icon icon={Check} size={14} className="text-accent-text" />
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Props = { artist: FoundArtist; expansion: Expansion; onAnother: () => void }

/** What was begun, live, with the way to the artist, who is there from the start. */
export function Growing({ artist, expansion, onAnother }: Props) {
  const { t } = useTranslation()
  const { run, names } = useGrowing(expansion.library_expansion)
  const state = run?.state ?? 'done'
  const ended = state === 'done' || state === 'failed' || state === 'cancelled'
  const id = expansion.main_artist_processed?.id ?? run?.artist_id ?? artist.local_id
  const troubles = expansion.unavailable.map(({ provider, reason }) => `${provider}: ${reason}`)
  return (
    <section aria-labelledby="growing" className="animate-appear rounded-card bg-raised p-6">
      <h2 id="growing" aria-live="polite" className="display text-lg">
        {ended ? t(TITLES[state]) : t('library.add.growing')}
      </h2>
      {!ended && <p className="mt-1 mb-5 text-sm text-faint">{t('library.add.growingText')}</p>}
      {run && (
        <div className="mt-5">
          <RunCard run={run} counts />
        </div>
      )}
      <Names names={ended ? (names.length > 1 ? names : []) : names.slice(1)} />
      {troubles.length > 0 && <p className="mt-4 text-sm text-soft">{troubles.join(' · ')}</p>}
      <div className="mt-8 flex flex-wrap gap-2">
        {id !== null && (
          <Button asChild look="primary">
            <Link to="/artists/$slug" params={{ slug: slugOf(id, artist.name) }}>
              {t('library.add.toArtist', { name: artist.name })}
            </Link>
          </Button>
        )}
        <Button look="quiet" onClick={onAnother}>
          {t('library.add.another')}
        </Button>
      </div>
    </section>
  )
}
