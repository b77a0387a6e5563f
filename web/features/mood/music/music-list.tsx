import { Music as MusicIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { RowsSkeleton } from '../../library/track-list/rows-skeleton.tsx'
import { type Line, TrackRows } from '../../library/track-list/track-rows.tsx'
import { fromSong, type Song, whyKey } from './to-track.ts'
import type { Music } from './use-music.ts'

/** Why a song is in the list: what the guess rests on, and the guess itself where there is one. */
function useWhy() {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ valence, energy, mood_source: source }: Song): string | undefined => {
    if (source === undefined) return undefined
    const words: string[] = [t(`mood.music.why.${whyKey(source)}`)]
    if (typeof valence === 'number') words.push(t('mood.music.valence', { figure: format.percent(valence) }))
    if (typeof energy === 'number') words.push(t('mood.music.energy', { figure: format.percent(energy) }))
    return words.join(' · ')
  }
}

const SKELETON_ROWS = 6

/** The songs that were found, and the reason. */
export function MusicList({ music, pending }: { music: Music | undefined; pending: boolean }) {
  const { t } = useTranslation()
  const why = useWhy()
  if (!music && !pending) return null
  if (pending || !music) {
    return (
      <section aria-busy className="mt-10">
        <h2 className="display text-lg text-faint">{t('mood.music.looking')}</h2>
        <div className="-mx-2 mt-5">
          <RowsSkeleton rows={SKELETON_ROWS} cover />
        </div>
      </section>
    )
  }
  if (music.songs.length === 0)
    return <EmptyState icon={MusicIcon} title={t('mood.music.empty')} text={t('mood.music.emptyText')} />
  const lines = music.songs.map((song, index): Line => {
    const note = why(song)
    return { track: fromSong(song), number: String(index + 1), ...(note !== undefined && { note }) }
  })
  const reason = [music.description, music.reason].filter((part) => part !== null && part !== '').join('. ')
  return (
    <section aria-labelledby="mood-music" className="mt-10">
      <h2 id="mood-music" className="display text-lg">
        {music.name}
      </h2>
      <p role="status" className="mt-1 mb-3 text-sm text-faint">
        {reason}
      </p>
      <div className="-mx-2">
        <TrackRows label={music.name} lines={lines} source={music.source} cover heart={false} />
      </div>
    </section>
  )
}
