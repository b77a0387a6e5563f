import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Tab, Tabs } from '../../../../components/controls/tabs.tsx'
import { Card } from '../../../../components/media/card.tsx'
import { slugOf } from '../../../../lib/format/slug.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { usePlayAlbum } from '../../../player/menu/play-album.ts'
import { AlbumCard } from '../../albums/album-card.tsx'
import type { Release, ReleaseTab } from './releases.ts'

function ReleaseCard({ release }: { release: Release }) {
  const play = usePlayAlbum()
  if (release.row) return <AlbumCard album={release.row} hideArtist />
  return (
    <Card
      name={release.name}
      url={release.images[0]?.url}
      color={release.cover_color}
      onPlay={() => play(release.id)}
      link={(children, className) => (
        <Link to="/albums/$slug" params={{ slug: slugOf(release.id, release.name) }} className={className}>
          {children}
        </Link>
      )}
    />
  )
}

/** The records of an artist, one tab for each kind there is. */
export function Discography({ groups }: { groups: readonly { tab: ReleaseTab; releases: Release[] }[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (groups.length === 0) return <p className="text-sm text-faint">{t('library.artists.noRecords')}</p>
  const tabs: Tab[] = groups.map(({ tab, releases }) => ({
    id: tab,
    label: t(`library.artists.types.${tab}`),
    note: format.count(releases.length),
    content: (
      <ul className="-mx-2 grid grid-cols-[repeat(auto-fill,minmax(min(168px,45%),1fr))]">
        {releases.map((release) => (
          <li key={release.id} className="min-w-0">
            <ReleaseCard release={release} />
          </li>
        ))}
      </ul>
    ),
  }))
  return <Tabs label={t('library.artists.discography')} tabs={tabs} />
}
