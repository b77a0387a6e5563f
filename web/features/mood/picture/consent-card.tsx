import { CloudUpload, NotebookPen, ScanFace, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { useConsent } from './consent.ts'
import { Frame } from './frame.tsx'

const POINTS = [
  ['device', ShieldCheck],
  ['server', CloudUpload],
  ['history', NotebookPen],
] as const

/** Asked once, before any picture is sent or a camera opened. */
export function ConsentCard() {
  const { t } = useTranslation()
  const grant = useConsent((state) => state.set)
  return (
    <Frame>
      <div className="max-h-full max-w-md overflow-y-auto p-6 text-center">
        <span className="mx-auto grid size-16 place-items-center rounded-full bg-hover text-accent-text max-sm:hidden">
          <Icon icon={ScanFace} size={28} />
        </span>
        <h2 className="display mt-5 text-lg">{t('mood.consent.title')}</h2>
        <ul className="mt-4 space-y-3 text-left text-sm text-soft">
          {POINTS.map(([point, icon]) => (
            <li key={point} className="flex gap-3">
              <Icon icon={icon} size={18} className="mt-px shrink-0 text-accent-text" />
              {t(`mood.consent.${point}`)}
            </li>
          ))}
        </ul>
        <p className="mt-4 text-sm text-faint">{t('mood.consent.more')}</p>
        <Button look="primary" className="mt-6" onClick={() => grant(true)}>
          {t('mood.consent.agree')}
        </Button>
      </div>
    </Frame>
  )
}
