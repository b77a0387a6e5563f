import { useMutation } from '@tanstack/react-query'
import { Library } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { type ArtistProfile, type Run, refreshArtist } from '../../../../lib/api/discography.ts'
import { queryClient, refreshCatalogue } from '../../../../lib/api/query.ts'
import { runEnded } from '../../../runs/progress.ts'
import { refreshRuns, useRun } from '../../../runs/queries.ts'
import { RunCard } from '../../../runs/run-card.tsx'
import { useTell } from '../../folders/use-tell.ts'
import { profileQuery } from '../queries.ts'
import { paced } from './paced.ts'

/** The profile is read again while it grows, but not with every album. */
const EVERY_MS = 2000

function useGrowth(id: number, start: Run | null): Run | null {
  const pace = useRef<ReturnType<typeof paced> | null>(null)
  useEffect(() => {
    const own = paced(() => void queryClient.invalidateQueries(profileQuery(id)), EVERY_MS)
    pace.current = own
    return () => own.stop()
  }, [id])
  return useRun(start, (run) => {
    if (!runEnded(run)) return pace.current?.ask()
    pace.current?.stop()
    void Promise.all([refreshCatalogue(), refreshRuns()])
  })
}

/** What runs for this artist, live; albums appear as they come. */
function Growing({ id, start }: { id: number; start: Run }) {
  const { t } = useTranslation()
  const run = useGrowth(id, start)
  if (!run || runEnded(run)) return null
  return (
    <section aria-label={t('library.artist.growing')} className="mt-2 mb-6 max-w-4xl rounded-card bg-raised p-5">
      <RunCard run={run} title={t('library.artist.growing')} counts />
    </section>
  )
}

/** Starts a refresh of everything that is known of the artist. */
export function useRefresh(id: number) {
  const tell = useTell()
  return useMutation({
    mutationFn: () => refreshArtist(id),
    onSuccess: () => Promise.all([refreshRuns(), queryClient.invalidateQueries(profileQuery(id))]),
    onError: tell,
  })
}

function Complete({ id }: { id: number }) {
  const { t } = useTranslation()
  const refresh = useRefresh(id)
  return (
    <section className="mt-2 mb-6 flex max-w-4xl flex-wrap items-center gap-x-6 gap-y-4 rounded-card bg-raised p-5">
      <p className="min-w-56 flex-1 text-sm text-soft">{t('library.artist.completeText')}</p>
      <Button look="primary" icon={Library} busy={refresh.isPending} onClick={() => refresh.mutate()}>
        {t('library.artist.complete')}
      </Button>
    </section>
  )
}

/** How complete the discography is getting: its run while there is one, the offer while only files speak. */
export function Growth({ profile: { artist, run } }: { profile: ArtistProfile }) {
  if (run && !runEnded(run)) return <Growing key={run.id} id={artist.id} start={run} />
  return artist.catalogued ? null : <Complete id={artist.id} />
}
