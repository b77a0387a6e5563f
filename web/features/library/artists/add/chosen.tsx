import { useMutation } from '@tanstack/react-query'
import { ChevronLeft, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Slider } from '../../../../components/controls/slider.tsx'
import { ErrorState } from '../../../../components/feedback/error-state.tsx'
import { Cover } from '../../../../components/media/cover.tsx'
import { addArtist, type Expansion, type FoundArtist } from '../../../../lib/api/discography.ts'
import { useFormat } from '../../../../lib/hooks/use-format.ts'
import { refreshRuns } from '../../../runs/queries.ts'
import { ownPicture } from '../about/pictures.ts'
import { InLibrary, useFoundLine } from './found-list.tsx'

const MOST = 15

/** How many similar artists come along. */
function Similar({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words =
    value === 0
      ? t('library.add.similarNone')
      : t('library.add.similarSome', { count: value, formatted: format.count(value) })
  return (
    <div className="mt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="text-sm font-medium text-text">{t('library.add.similar')}</p>
        <p className="tabular text-sm text-accent-text">{words}</p>
      </div>
      <Slider
        label={t('library.add.similar')}
        value={value}
        max={MOST}
        valueText={words}
        onChange={onChange}
        className="mt-3 [&_[role=slider]]:size-4 [&_[role=slider]]:opacity-100"
      />
      <p className="mt-2 text-sm text-faint">{t('library.add.similarHint')}</p>
    </div>
  )
}

function Head({ artist }: { artist: FoundArtist }) {
  const line = useFoundLine()(artist)
  return (
    <div className="flex items-center gap-5">
      <Cover name={artist.name} url={ownPicture(artist.images)} size={96} shape="round" eager />
      <div className="min-w-0">
        <h2 className="display text-xl break-words">{artist.name}</h2>
        {artist.disambiguation && <p className="text-sm text-soft">{artist.disambiguation}</p>}
        {line && <p className="tabular text-sm text-faint">{line}</p>}
        {artist.local_id !== null && (
          <p className="mt-2">
            <InLibrary />
          </p>
        )}
      </div>
    </div>
  )
}

type Props = { artist: FoundArtist; onBack: () => void; onAdded: (expansion: Expansion) => void }

/** The one that was chosen, whom it brings along, and the button that begins it. */
export function Chosen({ artist, onBack, onAdded }: Props) {
  const { t } = useTranslation()
  const [similar, setSimilar] = useState(0)
  const add = useMutation({
    mutationFn: () => addArtist(artist.ref, similar),
    onSuccess: (expansion) => {
      void refreshRuns()
      onAdded(expansion)
    },
  })
  return (
    <section aria-label={artist.name} className="animate-appear rounded-card bg-raised p-6">
      <Head artist={artist} />
      <Similar value={similar} onChange={setSimilar} />
      {add.error && (
        <div className="mt-6">
          <ErrorState compact error={add.error} />
        </div>
      )}
      <div className="mt-8 flex flex-wrap items-center gap-2">
        <Button
          look="primary"
          size="large"
          icon={Plus}
          busy={add.isPending}
          onClick={() => add.mutate()}
          className="max-sm:w-full"
        >
          {t('library.add.add')}
        </Button>
        <Button
          look="quiet"
          size="large"
          icon={ChevronLeft}
          disabled={add.isPending}
          onClick={onBack}
          className="max-sm:w-full"
        >
          {t('library.add.other')}
        </Button>
      </div>
      <p className="mt-4 text-sm text-faint">{t('library.add.addNote')}</p>
    </section>
  )
}
