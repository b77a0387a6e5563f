import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Cover } from '../../../../components/media/cover.tsx'
import type { MenuGroups } from '../../../../components/overlays/menu.tsx'
import type { ArtistProfile } from '../../../../lib/api/discography.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { Heart } from '../../../favorites/heart.tsx'
import { Hero } from '../../hero/hero.tsx'
import { PlayActions } from '../../hero/play-actions.tsx'
import { useArtistActions } from '../use-artist-actions.ts'
import { countryName, yearsOf } from './facts.ts'
import { countsOf } from './releases.ts'

function Genres({ genres }: { genres: readonly string[] }) {
  if (genres.length === 0) return null
  return (
    <ul className="mt-5 flex flex-wrap gap-2 max-md:justify-center">
      {genres.slice(0, 8).map((genre) => (
        <li key={genre}>
          <Link
            to="/artists"
            search={{ genre }}
            className="inline-flex h-8 items-center rounded-full bg-text/8 px-3 text-sm font-medium text-soft transition-colors hover:bg-text/14 hover:text-text"
          >
            {genre}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Who listens, and how much of all that is known is owned: figures in a row. */
function Figures({ profile }: { profile: ArtistProfile }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { artist, tracks } = profile
  const { known, owned, partly } = countsOf(profile)
  const share = (own: number, all: number) =>
    all > own ? t('library.artist.ofAll', { owned: format.count(own), known: format.count(all) }) : format.count(own)
  const figures = [
    artist.listeners !== null && [t('library.artist.listeners'), format.count(artist.listeners)],
    known > 0 && [t('library.artist.records'), share(owned + partly, known)],
    [t('library.artist.tracks'), share(tracks.known === 0 ? artist.track_count : tracks.owned, tracks.known)],
  ].filter((one) => one !== false)
  return (
    <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3 max-md:justify-center">
      {figures.map(([name, value]) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-xs text-soft">{name}</dt>
          <dd className="tabular text-base font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function useKind({ kind }: ArtistProfile['artist']): string {
  const { t } = useTranslation()
  const known = (['person', 'group', 'orchestra', 'choir', 'character'] as const).find((one) => one === kind)
  return known ? t(`library.artist.kinds.${known}`) : t('library.artists.artist')
}

function Details({ profile }: { profile: ArtistProfile }) {
  const { language } = useFormat()
  const { artist } = profile
  const facts = [artist.disambiguation, countryName(artist.country, language), yearsOf(artist)].filter(Boolean)
  return (
    <>
      {facts.length > 0 && <p className="mt-2 text-base text-soft">{facts.join(' · ')}</p>}
      <Figures profile={profile} />
      <Genres genres={artist.genres} />
    </>
  )
}

type Props = { profile: ArtistProfile; color: string | null; menu: MenuGroups }

/** The wide head: art, name in display type, who they are, figures, genres, and what can be done. */
export function ArtistHead({ profile, color, menu }: Props) {
  const { t } = useTranslation()
  const { artist } = profile
  const actions = useArtistActions(artist)
  const silent = artist.track_count === 0 || (profile.tracks.owned === 0 && profile.tracks.known > 0)
  return (
    <Hero
      title={artist.name}
      kind={useKind(artist)}
      colored={color !== null}
      art={<Cover name={artist.name} url={artist.images[0]?.url} color={color} size={224} shape="round" fluid eager />}
      details={<Details profile={profile} />}
      play={
        !silent && (
          <Button look="primary" icon={Play} onClick={actions.play}>
            {t('common.play')}
          </Button>
        )
      }
      actions={
        <>
          <PlayActions
            name={artist.name}
            silent={silent}
            onPlay={actions.play}
            onShuffle={actions.shuffle}
            heart={<Heart type="artist" id={artist.id} favorite={artist.is_favorite} size="large" />}
            menu={menu}
          />
          {silent && <p className="mt-2 text-sm text-faint">{t('library.artist.nothingOwned')}</p>}
        </>
      }
    />
  )
}
