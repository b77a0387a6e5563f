import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Cover } from '../../../../components/media/cover.tsx'
import { Dialog } from '../../../../components/overlays/dialog.tsx'
import type { ArtistRow } from '../../../../lib/api/models.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { hiddenQuery } from '../queries.ts'
import { useUnhide } from './use-hide.ts'

function HiddenArtist({ artist }: { artist: ArtistRow }) {
  const { t } = useTranslation()
  const unhide = useUnhide()
  return (
    <li className="flex items-center gap-3 py-2">
      <Cover name={artist.name} url={artist.images[0]?.url} size={40} shape="round" />
      <span className="min-w-0 grow truncate text-sm font-medium">{artist.name}</span>
      <Button
        size="small"
        icon={Eye}
        aria-label={t('library.artists.showName', { name: artist.name })}
        onClick={() => void unhide(artist)}
      >
        {t('library.artists.show')}
      </Button>
    </li>
  )
}

/** The way to the artists that are hidden; not there while none is. */
export function HiddenArtists() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { data: hidden = [] } = useQuery(hiddenQuery)
  if (hidden.length === 0 && !open) return null
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        {t('library.artists.hiddenCount', { count: hidden.length, formatted: format.count(hidden.length) })}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('library.artists.hiddenTitle')}
        description={t('library.artists.hiddenText')}
      >
        {hidden.length === 0 ? (
          <p className="py-4 text-sm text-faint">{t('library.artists.noneHidden')}</p>
        ) : (
          <ul className="max-h-80 divide-y divide-line overflow-y-auto">
            {hidden.map((artist) => (
              <HiddenArtist key={artist.id} artist={artist} />
            ))}
          </ul>
        )}
      </Dialog>
    </>
  )
}
