import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import type { OverviewItem } from '../../../../lib/api/models.ts'
import { fromOverview, fromTrackRow } from '../../../player/queue/track.ts'
import { RowsSkeleton } from '../../track-list/rows-skeleton.tsx'
import { type Line, TrackRows } from '../../track-list/track-rows.tsx'
import { tracksQuery } from '../queries.ts'

const SHOWN = 5
const AT_MOST = 10

/** The best known tracks in their order, all in one question; undefined until they are there. */
function useLines(ids: readonly number[]): Line[] | undefined {
  const { data, isPending } = useQuery(tracksQuery(ids.slice(0, AT_MOST)))
  if (ids.length > 0 && isPending) return undefined
  return data?.map((row, index) => ({ track: fromTrackRow(row), number: String(index + 1), absent: row.file === null }))
}

type Props = {
  artist: { id: number; name: string }
  /** Best known first. */
  ids: readonly number[]
  /** Of an artist without own records, the guest appearances. */
  credited: readonly OverviewItem[]
}

/** The best known songs; what has no file is dimmed and does not play. */
export function Songs({ artist: { id, name }, ids, credited }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const own = useLines(ids)
  const guests = credited
    .slice(0, AT_MOST)
    .map((item, index) => ({ track: fromOverview(item), number: String(index + 1) }))
  const lines = ids.length > 0 ? own : guests
  if (lines?.length === 0) return null
  return (
    <section aria-labelledby="songs" className="mt-8">
      <h2 id="songs" className="display mb-2 text-lg">
        {t('library.artists.popular')}
      </h2>
      <div className="-mx-2 max-w-4xl">
        {lines ? (
          <TrackRows
            label={name}
            lines={lines.slice(0, all ? AT_MOST : SHOWN)}
            source={`artist:${id}`}
            cover
            mark={lines.some((line) => line.track.streamUrl !== null)}
            hideArtist
            credits={(track) => track.artistLine !== name}
          />
        ) : (
          <RowsSkeleton rows={Math.min(SHOWN, ids.length)} cover />
        )}
      </div>
      {lines && lines.length > SHOWN && (
        <Button look="quiet" size="small" className="mt-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'library.artists.showLess' : 'library.artists.showAll')}
        </Button>
      )}
    </section>
  )
}
