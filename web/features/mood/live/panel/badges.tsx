import { CircleDot, CloudUpload, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../../components/media/icon.tsx'
import type { Mode } from '../../on-device/mode.ts'
import { useLive } from '../state/store.ts'

const BADGE = 'flex min-w-0 items-center gap-1.5 rounded-full bg-black/60 px-2.5 py-1 text-xs font-semibold text-white'

/** At the head of the video: where it is read, and whether anything is written down. */
export function Badges({ mode }: { mode: Mode }) {
  const { t } = useTranslation()
  const recording = useLive(({ session }) => session?.recording === true)
  return (
    <div className="absolute inset-x-3 top-3 flex items-start justify-between gap-2">
      <span className={BADGE}>
        <Icon icon={mode === 'device' ? ShieldCheck : CloudUpload} size={14} className="shrink-0" />
        <span className="truncate">{t(`mood.how.${mode}`)}</span>
      </span>
      {recording && (
        <span className={BADGE}>
          <Icon icon={CircleDot} size={14} className="shrink-0 animate-breathe text-[#ff8a8a]" />
          {t('mood.live.recording')}
        </span>
      )}
    </div>
  )
}
