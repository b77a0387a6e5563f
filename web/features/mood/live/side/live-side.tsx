import { useTranslation } from 'react-i18next'
import type { Intensity } from '../../api.ts'
import { type Emotion, isEmotion } from '../../emotions.ts'
import { PlayForThis } from '../../music/play-for-this.tsx'
import { useLive } from '../state/store.ts'
import { Correct } from './correct.tsx'
import { LiveScores } from './live-scores.tsx'
import { MinuteChart } from './minute-chart.tsx'
import { Now } from './now.tsx'
import { MoodPlane } from './plane.tsx'

type Props = {
  busy: boolean
  onPlay: (emotion: Emotion, confidence: number, intensity: Intensity) => void
  onForget: () => void
}

/** The right half while the camera runs. Nothing plays by itself: the person decides when. */
export function LiveSide({ busy, onPlay, onForget }: Props) {
  const { t } = useTranslation()
  const found = useLive(({ result }) => result?.detection.clase_detallada ?? null)
  const play = (intensity: Intensity) => {
    const detection = useLive.getState().result?.detection
    const emotion = detection?.clase_detallada
    if (detection && isEmotion(emotion)) onPlay(emotion, detection.corregida ? 1 : detection.confianza, intensity)
  }
  const playable = isEmotion(found)
  return (
    <div className="animate-appear">
      <Now />
      <PlayForThis busy={busy} disabled={!playable} onPlay={play} />
      {!playable && <p className="mt-2 text-sm text-faint">{t('mood.live.playHint')}</p>}
      <div className="mt-6">
        <LiveScores />
      </div>
      <div className="mt-4">
        <Correct onForget={onForget} />
      </div>
      <div className="mt-6 space-y-6">
        <MoodPlane />
        <MinuteChart />
      </div>
    </div>
  )
}
