import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../components/controls/button.tsx'
import { Confirm } from '../../../../components/overlays/confirm.tsx'
import { toast } from '../../../../components/overlays/toasts.ts'
import { type Emotion, isEmotion } from '../../emotions.ts'
import { ChooseEmotion } from '../../reading/choose-emotion.tsx'
import { engine } from '../engine/engine.ts'
import { useLive } from '../state/store.ts'

/** Deletes the session, once asked and confirmed. */
function Forget({ onForget }: { onForget: () => void }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const none = useLive((state) => state.session === null)
  return (
    <>
      <Button look="quiet" size="small" icon={Trash2} disabled={none} onClick={() => setAsking(true)}>
        {t('mood.live.forget')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('mood.live.forgetTitle')}
        description={t('mood.live.forgetText')}
        action={t('mood.live.forget')}
        onConfirm={onForget}
      />
    </>
  )
}

/** The person knows better: says otherwise, takes it back, or has it all forgotten. */
export function Correct({ onForget }: { onForget: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const found = useLive(({ result }) => result?.detection.clase_detallada ?? null)
  const corrected = useLive(({ result }) => result?.detection.corregida === true)
  const calibrated = useLive(({ calibration }) => calibration.state === 'done')
  const correct = (emotion: Emotion) => {
    engine.correct(emotion)
    toast(t('mood.live.corrected', { emotion: t(`mood.emotions.${emotion}`) }))
    setOpen(false)
  }
  return (
    <div>
      <div className="-ml-3 flex flex-wrap gap-1">
        <Button look="quiet" size="small" disabled={found === null} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('mood.notRight')}
        </Button>
        {(corrected || calibrated) && (
          <Button look="quiet" size="small" icon={Undo2} onClick={() => engine.reset()}>
            {t('mood.live.undoCorrection')}
          </Button>
        )}
        <Forget onForget={onForget} />
      </div>
      {open && (
        <div className="mt-3">
          <ChooseEmotion label={t('mood.notRight')} value={isEmotion(found) ? found : null} onChange={correct} />
        </div>
      )}
    </div>
  )
}
