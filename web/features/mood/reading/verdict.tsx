import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import type { Reading } from '../api.ts'
import { type Emotion, isEmotion } from '../emotions.ts'
import { Details } from '../measures/details.tsx'
import { PlayForThis, type PlayProps } from '../music/play-for-this.tsx'
import { ChooseEmotion } from './choose-emotion.tsx'
import { Ring } from './ring.tsx'
import { Scores } from './scores.tsx'

type Props = PlayProps & {
  reading: Reading | null
  /** What the person says; it goes before the reading. */
  chosen: Emotion | null
  onChoose: (emotion: Emotion) => void
}

/** The reading in words: emotion, how sure, scores, measures. The person can say otherwise. */
export function Verdict({ reading, chosen, onChoose, busy, onPlay }: Props) {
  const { t } = useTranslation()
  const [correcting, setCorrecting] = useState(false)
  const emotion = chosen ?? reading?.detection.clase_detallada ?? 'neutral'
  const own = chosen !== null && chosen !== reading?.detection.clase_detallada
  const unsure = emotion === 'incierto'
  const share = own || unsure || !reading ? null : reading.detection.confianza
  return (
    <div className="animate-appear">
      <div className="flex items-center gap-6">
        <Ring emotion={emotion} share={share} />
        <div role="status" className="min-w-0">
          <p className="text-sm text-faint">{t(own ? 'mood.youSay' : 'mood.looksLike')}</p>
          <p className="display text-2xl break-words max-sm:text-xl">{t(`mood.emotions.${emotion}`)}</p>
          {unsure && <p className="mt-1 text-sm text-soft">{t('mood.live.unsureText')}</p>}
        </div>
      </div>
      <PlayForThis busy={busy} disabled={!isEmotion(emotion)} onPlay={onPlay} />
      {reading && (
        <>
          <div className="mt-7">
            <Scores scores={reading.detection.scores} />
          </div>
          <div className="mt-5">
            <Button look="quiet" size="small" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
              {t('mood.notRight')}
            </Button>
          </div>
          {(correcting || unsure) && (
            <div className="mt-3">
              <ChooseEmotion
                label={t('mood.notRight')}
                value={isEmotion(emotion) ? emotion : null}
                onChange={onChoose}
              />
            </div>
          )}
          <div className="mt-5">
            <Details reading={reading} />
          </div>
        </>
      )}
    </div>
  )
}
