import { CloudUpload, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Segmented } from '../../../../components/choices/segmented.tsx'
import { Switch } from '../../../../components/choices/switch.tsx'
import { Select } from '../../../../components/controls/select.tsx'
import { Icon } from '../../../../components/media/icon.tsx'
import { MODES, useChosenMode } from '../../on-device/mode.ts'
import { ModelSetup } from '../../on-device/model-setup.tsx'
import { useConsent } from '../../picture/consent.ts'
import { engine } from '../engine/engine.ts'
import { PACES, useKeepHistory, usePace } from '../state/preferences.ts'
import { useMode } from './use-live-controls.ts'

const MODE_ICONS = { device: ShieldCheck, server: CloudUpload } as const

/** Where faces are read, in one line that is always in sight. */
function ModeChoice() {
  const { t } = useTranslation()
  const { mode, modelUrl, known } = useMode()
  const choose = useChosenMode((state) => state.set)
  const choices = MODES.map((value) => ({ value, label: t(`mood.how.${value}`), icon: MODE_ICONS[value] }))
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p className="flex min-w-0 items-center gap-2.5 text-sm font-semibold">
          <Icon icon={MODE_ICONS[mode]} size={18} className="shrink-0 text-accent-text" />
          {t(`mood.how.${mode}Line`)}
        </p>
        <Segmented label={t('mood.how.where')} value={mode} choices={choices} onChange={choose} />
      </div>
      <p className="mt-2 text-sm text-faint">{t(`mood.how.${mode}Text`)}</p>
      {known && mode === 'device' && modelUrl === null && <ModelSetup />}
    </div>
  )
}

function HistoryChoice() {
  const { t } = useTranslation()
  const { value, set } = useKeepHistory()
  return <Switch label={t('mood.how.history')} hint={t('mood.how.historyText')} checked={value} onChange={set} />
}

function PaceChoice() {
  const { t } = useTranslation()
  const { value, set } = usePace()
  const options = PACES.map((pace) => ({ value: pace, label: t(`mood.how.fps.${pace}`) }))
  return (
    <div className="flex items-center justify-between gap-4">
      <span className="text-sm font-medium">{t('mood.how.pace')}</span>
      <Select label={t('mood.how.pace')} value={value} options={options} onChange={set} />
    </div>
  )
}

/** What leaves the device, what is kept, and the way to change either. */
export function HowRead({ onWithdraw }: { onWithdraw: () => void }) {
  const { t } = useTranslation()
  const consent = useConsent()
  if (!consent.value) return null
  const withdraw = () => {
    engine.stop()
    onWithdraw()
    consent.set(false)
  }
  return (
    <section aria-label={t('mood.how.title')} className="divide-y divide-line rounded-card bg-raised *:p-5">
      <ModeChoice />
      <HistoryChoice />
      <PaceChoice />
      <p className="text-sm text-faint">
        {t('mood.consent.line')}{' '}
        <button type="button" onClick={withdraw} className="rounded font-medium text-soft underline hover:text-text">
          {t('mood.consent.withdraw')}
        </button>
      </p>
    </section>
  )
}
