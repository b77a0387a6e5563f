import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import type { AlbumProfile, Edition } from '../../../../lib/api/discography.ts'
import { slugOf } from '../../../../lib/format/slug.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { countryName } from '../../artists/detail/facts.ts'
import { Prose } from '../../provenance/prose.tsx'
import { provenanceQuery, tellerOf } from '../../provenance/told.ts'
import { creditsOf } from './credits.ts'

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="display mb-3 text-lg">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** The story of the record, with its source. */
export function Story({ album }: { album: AlbumProfile }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...provenanceQuery('album', album.id), enabled: album.story !== null })
  if (!album.story) return null
  return (
    <Block id="story" title={t('library.albums.story')}>
      <Prose text={album.story} source={tellerOf(data, 'story', album.story_language)} url={album.story_url} />
    </Block>
  )
}

function Names({ name, artists }: { name: string; artists: readonly { id: number; name: string }[] }) {
  if (artists.length === 0) return null
  return (
    <div className="flex gap-4 text-sm">
      <dt className="w-16 shrink-0 text-faint">{name}</dt>
      <dd className="flex flex-wrap gap-x-4 gap-y-1">
        {artists.map((artist) => (
          <Link
            key={artist.id}
            to="/artists/$slug"
            params={{ slug: slugOf(artist.id, artist.name) }}
            className="rounded font-medium text-soft hover:text-text hover:underline"
          >
            {artist.name}
          </Link>
        ))}
      </dd>
    </div>
  )
}

/** Who is heard: where there is more to say than the line under the title says. */
export function Credits({ album }: { album: AlbumProfile }) {
  const { t } = useTranslation()
  const { main, guests } = creditsOf(album)
  if (guests.length === 0) return null
  return (
    <Block id="credits" title={t('library.albums.credits')}>
      <dl className="space-y-2">
        <Names name={t('library.albums.by')} artists={main} />
        <Names name={t('library.albums.with')} artists={guests.slice(0, 40)} />
      </dl>
    </Block>
  )
}

function useEditionLine(): (edition: Edition) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ country, format: medium, label, track_count: count, upc }) =>
    [
      countryName(country, format.language),
      medium,
      label,
      count !== null && t('common.tracks', { count, formatted: format.count(count) }),
      upc && t('library.albums.barcode', { code: upc }),
    ]
      .filter(Boolean)
      .join(' · ')
}

const FEW = 5

/** The pressings there are: when, where, on what. */
export function Editions({ editions }: Pick<AlbumProfile, 'editions'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const line = useEditionLine()
  const [all, setAll] = useState(false)
  if (editions.length < 2) return null
  const rest = editions.length - FEW
  return (
    <Block id="editions" title={t('library.albums.editions')}>
      <ul className="divide-y divide-line">
        {(all ? editions : editions.slice(0, FEW)).map((edition) => (
          <li key={`${edition.provider}:${edition.id}`} className="flex gap-4 py-2.5 text-sm">
            <span className="w-24 shrink-0 tabular text-soft">{format.releaseDay(edition.release_date)}</span>
            <span className="min-w-0">
              <span className="block truncate font-medium">{edition.title}</span>
              <span className="block text-faint">{line(edition)}</span>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && !all && (
        <Button look="quiet" size="small" className="mt-2 -ml-3" onClick={() => setAll(true)}>
          {t('library.albums.moreEditions', { count: rest, formatted: format.count(rest) })}
        </Button>
      )}
    </Block>
  )
}
