import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import type { OverviewItem } from '../../../../lib/api/models.ts'
import { fromOverview, fromTrackRow } from '../../../player/queue/track.ts'
import { RowsSkeleton } from '../../track-list/rows-skeleton.tsx'
import { type Line, TrackRows } from '../../track-list/track-rows.tsx'
import { trackQuery } from '../queries.ts'

const SHOWN = 5
const AT_MOST = 10

/** The tracks of some ids in their order; undefined until each of them came or failed. */
function useLines(ids: readonly number[]): Line[] | undefined {
  const rows = useQueries({ queries: ids.map(trackQuery) })
  if (rows.some(({ isPending }) => isPending)) return undefined
  return rows
    .flatMap(({ data }) => data ?? [])
    .map((row, index) => ({ track: fromTrackRow(row), number: String(index + 1), absent: row.file === null }))
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
  const wanted = ids.slice(0, all ? AT_MOST : SHOWN)
  const own = useLines(wanted)
  const guests = credited.slice(0, all ? AT_MOST : SHOWN).map(fromOverview)
  const lines = ids.length > 0 ? own : guests.map((track, index) => ({ track, number: String(index + 1) }))
  if (lines?.length === 0) return null
  const count = ids.length === 0 ? credited.length : ids.length
  return (
    <section aria-labelledby="songs" className="mt-8">
      <h2 id="songs" className="display mb-2 text-lg">
        {t('library.artists.popular')}
      </h2>
      <div className="-mx-2 max-w-4xl">
        {lines ? (
          <TrackRows
            label={name}
            lines={lines}
            source={`artist:${id}`}
            cover
            hideArtist
            credits={(track) => track.artistLine !== name}
          />
        ) : (
          <RowsSkeleton rows={wanted.length} cover />
        )}
      </div>
      {count > SHOWN && (
        <Button look="quiet" size="small" className="mt-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'library.artists.showLess' : 'library.artists.showAll')}
        </Button>
      )}
    </section>
  )
}
