import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CardSkeleton } from '../../components/feedback/skeleton.tsx'
import type { MissingItem } from '../../lib/api/discography.ts'
import { slugOf } from '../../lib/format/slug.ts'
import { useFormat } from '../../lib/hooks/use-format.ts'
import { ReleaseCard } from '../library/artists/detail/release-card.tsx'
import { byArtist } from './group.ts'

const GRID = '-mx-2 grid grid-cols-[repeat(auto-fill,minmax(min(168px,45%),1fr))]'

type Props = { items: readonly MissingItem[]; label: string; hideArtist?: boolean }

/** Records as cards; the grey line says whose and of when. */
export function ReleaseGrid({ items, label, hideArtist = false }: Props) {
  const format = useFormat()
  return (
    <ul aria-label={label} className={GRID}>
      {items.map((item) => {
        const day = format.releaseDay(item.release_date)
        // The names may be long: what is cut off is theirs.
        const note = [day, hideArtist ? '' : item.artist_name].filter(Boolean).join(' · ')
        return (
          <li key={item.id} className="min-w-0">
            <ReleaseCard album={item} artist={{ id: item.artist_id, name: item.artist_name }} note={note} />
          </li>
        )
      })}
    </ul>
  )
}

/** The same, under the names of the artists. */
export function ArtistGroups({ items }: { items: readonly MissingItem[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return byArtist(items).map(({ id, name, items: own }) => (
    <section key={id ?? name} aria-label={name} className="mt-8 first:mt-0">
      <h2 className="mb-1 flex items-baseline gap-3">
        {id === null ? (
          <span className="display text-lg">{name}</span>
        ) : (
          <Link
            to="/artists/$slug"
            params={{ slug: slugOf(id, name) }}
            className="display rounded text-lg hover:underline"
          >
            {name}
          </Link>
        )}
        <span className="tabular text-sm text-faint">
          {t('missing.count', { count: own.length, formatted: format.count(own.length) })}
        </span>
      </h2>
      <ReleaseGrid items={own} label={name} hideArtist />
    </section>
  ))
}

export function GridOfSkeletons() {
  return (
    <div aria-hidden="true" className={GRID}>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <CardSkeleton key={index} />
      ))}
    </div>
  )
}
