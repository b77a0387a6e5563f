import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import type { ArtistProfile } from '../../../../lib/api/discography.ts'
import { Prose } from '../../provenance/prose.tsx'
import { provenanceQuery, tellerOf } from '../../provenance/told.ts'
import { linksOf } from '../detail/facts.ts'

/** The biography: short, and open with a press. Nothing when nobody told one. */
export function Biography({ artist }: { artist: ArtistProfile['artist'] }) {
  const { t } = useTranslation()
  const text = artist.bio_content || artist.bio_summary
  const { data } = useQuery({ ...provenanceQuery('artist', artist.id), enabled: Boolean(text) })
  if (!text) return null
  return (
    <section aria-label={t('library.artist.about', { name: artist.name })} className="mt-2">
      <Prose text={text} source={tellerOf(data, 'bio', artist.bio_language)} url={artist.bio_url} />
    </section>
  )
}

/** Pages of the artist at other places. */
export function Links({ links }: { links: ArtistProfile['artist']['links'] }) {
  const { t } = useTranslation()
  const safe = linksOf(links)
  if (safe.length === 0) return null
  return (
    <section aria-labelledby="links" className="mt-10">
      <h2 id="links" className="display mb-3 text-lg">
        {t('library.artist.links')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {safe.map(({ url, host }) => (
          <li key={host}>
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex h-8 items-center gap-1.5 rounded-full bg-hover px-3 text-sm font-medium text-soft transition-colors hover:bg-pressed hover:text-text"
            >
              {host}
              <Icon icon={ExternalLink} size={14} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
