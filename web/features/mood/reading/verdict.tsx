import { Music } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Select } from '../../../components/controls/select.tsx'
import { INTENSITIES, type Intensity, type Reading } from '../api.ts'
import type { Emotion } from '../emotions.ts'
import { Details } from '../measures/details.tsx'
import { ChooseEmotion } from './choose-emotion.tsx'
import { Ring } from './ring.tsx'
import { Scores } from './scores.tsx'

type PlayProps = { busy: boolean; onPlay: (intensity: Intensity) => void }

/** The way from a feeling to music, with how strong the music may be. */
function PlayForThis({ busy, onPlay }: PlayProps) {
  const { t } = useTranslation()
  const [intensity, setIntensity] = useState<Intensity>('medium')
  const options = INTENSITIES.map((value) => ({ value, label: t(`mood.intensity.${value}`) }))
  return (
    <div className="mt-6 flex flex-wrap items-center gap-2">
      <Button
        look="primary"
        size="large"
        icon={Music}
        className="max-sm:w-full"
        busy={busy}
        onClick={() => onPlay(intensity)}
      >
        {t('mood.playForThis')}
      </Button>
      <Select
        label={t('mood.intensity.label')}
        value={intensity}
        options={options}
        onChange={setIntensity}
        className="h-12 px-5 max-sm:w-full"
      />
    </div>
  )
}

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
  const share = own || !reading ? null : reading.detection.confianza
  return (
    <div className="animate-appear">
      <div className="flex items-center gap-6">
        <Ring emotion={emotion} share={share} />
        <div role="status" className="min-w-0">
          <p className="text-sm text-faint">{t(own ? 'mood.youSay' : 'mood.looksLike')}</p>
          <p className="display text-2xl break-words">{t(`mood.emotions.${emotion}`)}</p>
        </div>
      </div>
      <PlayForThis busy={busy} onPlay={onPlay} />
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
          {correcting && (
            <div className="mt-3">
              <ChooseEmotion label={t('mood.notRight')} value={emotion} onChange={onChoose} />
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
