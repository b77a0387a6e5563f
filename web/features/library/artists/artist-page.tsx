import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { MicVocal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArtistProfile } from '../../../lib/api/discography.ts'
import { idOfSlug } from '../../../lib/format/slug.ts'
import { useAccent } from '../../../lib/theme.ts'
import { Missing } from '../hero/missing.tsx'
import { ProvenanceDialog } from '../provenance/provenance-dialog.tsx'
import { Biography, Links } from './about/about.tsx'
import { Growth } from './about/growth.tsx'
import { Similar } from './about/similar.tsx'
import { Songs } from './about/songs.tsx'
import { ArtistHead } from './detail/artist-head.tsx'
import { ArtistSkeleton } from './detail/artist-skeleton.tsx'
import { Discography } from './detail/discography.tsx'
import { artistColor } from './detail/releases.ts'
import { DeleteArtist } from './identity/delete-artist.tsx'
import { usePageMenu } from './identity/use-page-menu.ts'
import { WrongArtist } from './identity/wrong-artist.tsx'
import { creditsQuery, profileQuery } from './queries.ts'

export type Window = 'where' | 'wrong' | 'delete'

/** The windows that the menu opens. */
function Windows({
  profile,
  open,
  onOpen,
}: {
  profile: ArtistProfile
  open: Window | null
  onOpen: (w: Window | null) => void
}) {
  const { artist } = profile
  const props = (name: Window) => ({ open: open === name, onOpenChange: (next: boolean) => onOpen(next ? name : null) })
  return (
    <>
      <ProvenanceDialog entity="artist" id={artist.id} name={artist.name} {...props('where')} />
      <WrongArtist profile={profile} {...props('wrong')} />
      <DeleteArtist artist={artist} {...props('delete')} />
    </>
  )
}

function Artist({ profile }: { profile: ArtistProfile }) {
  const { t } = useTranslation()
  const { artist } = profile
  const [open, setOpen] = useState<Window | null>(null)
  const { data: credited = [] } = useQuery(creditsQuery(artist.id, artist.name))
  const color = artistColor(profile) ?? credited[0]?.cover_color ?? null
  const menu = usePageMenu(artist, setOpen)
  useAccent(color)
  return (
    <>
      <ArtistHead profile={profile} color={color} menu={menu} />
      <div className="mx-auto max-w-[1720px] px-4 pb-12 md:px-8">
        <Growth profile={profile} />
        <Biography artist={artist} />
        <Songs artist={artist} ids={profile.popular_tracks} credited={credited} />
        <Discography profile={profile} credited={credited} />
        <Similar similar={profile.similar} />
        <Links links={artist.links} />
        <button
          type="button"
          onClick={() => setOpen('where')}
          className="mt-10 rounded text-sm font-medium text-faint hover:text-text hover:underline"
        >
          {t('library.artist.where')}
        </button>
      </div>
      <Windows profile={profile} open={open} onOpen={setOpen} />
    </>
  )
}

/** An artist: who they are, songs, everything they released with what is owned of it, and who is like them. */
export function ArtistPage() {
  const { t } = useTranslation()
  const { slug } = useParams({ from: '/shell/artists/$slug' })
  const id = idOfSlug(slug)
  const { data, error, isPending, refetch } = useQuery({ ...profileQuery(id ?? 0), enabled: id !== null })
  if (data) return <Artist key={data.artist.id} profile={data} />
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
