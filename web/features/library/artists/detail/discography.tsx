import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../../../components/choices/segmented.tsx'
import { type Tab, Tabs } from '../../../../components/controls/tabs.tsx'
import type { ArtistProfile } from '../../../../lib/api/discography.ts'
import type { OverviewItem } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { ReleaseCard } from './release-card.tsx'
import { countsOf, type ReleaseGroup, releasesOf, SHOWN, type Shown } from './releases.ts'

function useTabs(groups: readonly ReleaseGroup[], artist: ArtistProfile['artist']): Tab[] {
  const { t } = useTranslation()
  const format = useFormat()
  return groups.map(({ tab, releases }) => ({
    id: tab,
    label: t(`library.artists.types.${tab}`),
    note: format.count(releases.length),
    content: (
      <ul className="-mx-2 grid grid-cols-[repeat(auto-fill,minmax(min(168px,45%),1fr))]">
        {releases.map((release) => (
          <li key={release.id} className="min-w-0 animate-appear">
            <ReleaseCard album={release} artist={artist} />
          </li>
        ))}
      </ul>
    ),
  }))
}

type Props = { profile: ArtistProfile; credited: readonly OverviewItem[] }

/** The records of an artist, one tab for each kind there is; all, or only those owned or missing. */
export function Discography({ profile, credited }: Props) {
  const { t } = useTranslation()
  const { artist, albums } = profile
  const [shown, setShown] = useState<Shown>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const groups = releasesOf(albums, credited, shown)
  const tabs = useTabs(groups, artist)
  const { owned, known } = countsOf(profile)
  const value = tabs.some((tab) => tab.id === chosen) ? chosen : tabs[0]?.id
  const mixed = known > 0 && owned < known
  const none = shown === 'all' ? t('library.artists.noRecords') : t(`library.artist.noneShown.${shown}`)
  return (
    <section aria-labelledby="discography" className="mt-10">
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-3">
        <h2 id="discography" className="display text-lg">
          {t('library.artists.discography')}
        </h2>
        {mixed && (
          <Segmented
            label={t('library.artist.filter')}
            value={shown}
            choices={SHOWN.map((one) => ({ value: one, label: t(`library.artist.shown.${one}`) }))}
            onChange={setShown}
          />
        )}
      </div>
      {value === undefined || value === null ? (
        <p className="py-4 text-sm text-faint">{none}</p>
      ) : (
        <Tabs label={t('library.artists.discography')} tabs={tabs} value={value} onChange={setChosen} />
      )}
    </section>
  )
}
