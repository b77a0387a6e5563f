import { Music } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Select } from '../../../components/controls/select.tsx'
import { INTENSITIES, type Intensity } from '../api.ts'

export type PlayProps = { busy: boolean; onPlay: (intensity: Intensity) => void }

/** The way from a feeling to music, with how strong the music may be. */
export function PlayForThis({ busy, onPlay, disabled = false }: PlayProps & { disabled?: boolean }) {
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
        disabled={disabled}
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
