import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { MicVocal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import type { OverviewItem, Discography as Records } from '../../../lib/api/models.ts'
import { idOfSlug } from '../../../lib/format/slug.ts'
import { useAccent } from '../../../lib/theme.ts'
import { fromOverview, fromTrackRow, type PlayerTrack } from '../../player/queue/track.ts'
import { Missing } from '../hero/missing.tsx'
import { TrackRows } from '../track-list/track-rows.tsx'
import { ArtistHead } from './detail/artist-head.tsx'
import { ArtistSkeleton } from './detail/artist-skeleton.tsx'
import { Discography } from './detail/discography.tsx'
import { artistColor, releasesOf } from './detail/releases.ts'
import { creditsQuery, discographyQuery } from './queries.ts'

const SHOWN = 5
const AT_MOST = 20

/** Songs of the artist, best known first; of an artist without own records, the guest appearances. */
function songsOf({ albums }: Records, credited: readonly OverviewItem[]): PlayerTrack[] {
  const own = albums.flatMap((album) => album.tracks)
  const known = [...own].sort((a, b) => b.popularity - a.popularity).map(fromTrackRow)
  return (known.length > 0 ? known : credited.map(fromOverview)).slice(0, AT_MOST)
}

function Songs({ id, name, tracks }: { id: number; name: string; tracks: readonly PlayerTrack[] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  if (tracks.length === 0) return null
  const lines = (all ? tracks : tracks.slice(0, SHOWN)).map((track, index) => ({ track, number: String(index + 1) }))
  return (
    <section aria-labelledby="songs" className="mt-6">
      <h2 id="songs" className="display mb-2 text-lg">
        {t('library.artists.popular')}
      </h2>
      <div className="-mx-2 max-w-4xl">
        <TrackRows
          label={name}
          lines={lines}
          source={`artist:${id}`}
          cover
          hideArtist
          credits={(track) => track.artistLine !== name}
        />
      </div>
      {tracks.length > SHOWN && (
        <Button look="quiet" size="small" className="mt-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'library.artists.showLess' : 'library.artists.showAll')}
        </Button>
      )}
    </section>
  )
}

function Artist({ records }: { records: Records }) {
  const { t } = useTranslation()
  const { artist } = records
  const { data: credited = [] } = useQuery(creditsQuery(artist.id, artist.name))
  const color = artistColor(records) ?? credited[0]?.cover_color ?? null
  useAccent(color)
  return (
    <>
      <ArtistHead artist={artist} color={color} />
      <div className="mx-auto max-w-[1720px] px-4 pb-12 md:px-8">
        <Songs id={artist.id} name={artist.name} tracks={songsOf(records, credited)} />
        <section aria-labelledby="discography" className="mt-10">
          <h2 id="discography" className="display mb-3 text-lg">
            {t('library.artists.discography')}
          </h2>
          <Discography groups={releasesOf(records, credited)} />
        </section>
      </div>
    </>
  )
}

/** An artist: head, songs, records. */
export function ArtistPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/artists/$slug' })
  const id = idOfSlug(slug)
  const { data, error, isPending, refetch } = useQuery({ ...discographyQuery(id ?? 0), enabled: id !== null })
  if (data) return <Artist key={data.artist.id} records={data} />
  if (isPending && id !== null) return <ArtistSkeleton />
  return (
    <Missing
      error={error}
      onRetry={() => void refetch()}
      icon={MicVocal}
      title={t('library.artists.gone')}
      text={t('library.artists.goneText')}
      to="/artists"
      toLabel={t('library.artists.toAll')}
    />
  )
}
