import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Skeleton } from '../../../../components/feedback/skeleton.tsx'
import { Cover } from '../../../../components/media/cover.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import type { FoundArtist } from '../../../../lib/api/discography.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { sourceName } from '../../provenance/told.ts'
import { ownPicture } from '../about/pictures.ts'

/** That we have this artist already. */
export function InLibrary() {
  const { t } = useTranslation()
  return (
    <span className="inline-flex shrink-0 items-center gap-1 rounded-full bg-pressed px-2 py-0.5 text-xs font-medium text-text">
      <Icon icon={Check} size={14} className="text-good" />
      {t('library.add.inLibrary')}
    </span>
  )
}

/** Genres and followers in a line, as far as they are known. */
export function useFoundLine(): (artist: FoundArtist) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ genres, followers: { total } }) =>
    [
      genres.slice(0, 3).join(', '),
      total > 0 && t('library.add.followers', { count: total, formatted: format.count(total) }),
    ]
      .filter(Boolean)
      .join(' · ')
}

function Found({ artist, onChoose }: { artist: FoundArtist; onChoose: () => void }) {
  const { t } = useTranslation()
  const line = useFoundLine()(artist)
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        aria-label={t('library.add.choose', { name: [artist.name, artist.disambiguation].filter(Boolean).join(', ') })}
        className="flex w-full items-center gap-4 rounded-card p-3 text-left transition-colors hover:bg-hover"
      >
        <Cover name={artist.name} url={ownPicture(artist.images)} size={56} shape="round" />
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="truncate text-base font-semibold">{artist.name}</span>
            {artist.local_id !== null && <InLibrary />}
          </span>
          {artist.disambiguation && <span className="block truncate text-sm text-soft">{artist.disambiguation}</span>}
          {line && <span className="block truncate tabular text-sm text-faint">{line}</span>}
        </span>
        <span className="max-w-44 shrink-0 text-right text-xs text-faint max-sm:hidden">
          {t('library.add.from', { sources: artist.sources.map(sourceName).join(', ') })}
        </span>
      </button>
    </li>
  )
}

/** The artists that were found, best first. */
export function FoundList({
  found,
  onChoose,
}: {
  found: readonly FoundArtist[]
  onChoose: (one: FoundArtist) => void
}) {
  const { t } = useTranslation()
  return (
    <ul aria-label={t('library.add.results')} className="-mx-3">
      {found.map((artist) => (
        <Found key={artist.ref} artist={artist} onChoose={() => onChoose(artist)} />
      ))}
    </ul>
  )
}

export function FoundSkeleton() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="flex items-center gap-4 py-3">
          <Skeleton round className="size-14" />
          <div className="grow">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="mt-2.5 h-3 w-3/5" />
          </div>
        </div>
      ))}
    </div>
  )
}
