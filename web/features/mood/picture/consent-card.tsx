import { ScanFace } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { useConsent } from './consent.ts'
import { Frame } from './frame.tsx'

/** Asked once, before any picture is sent or a camera opened. */
export function ConsentCard() {
  const { t } = useTranslation()
  const grant = useConsent((state) => state.set)
  return (
    <Frame>
      <div className="max-w-md p-6 text-center">
        <span className="mx-auto grid size-16 place-items-center rounded-full bg-hover text-accent-text">
          <Icon icon={ScanFace} size={28} />
        </span>
        <h2 className="display mt-5 text-lg">{t('mood.consent.title')}</h2>
        <p className="mt-2 text-base text-soft">{t('mood.consent.text')}</p>
        <p className="mt-2 text-sm text-faint">{t('mood.consent.more')}</p>
        <Button look="primary" className="mt-6" onClick={() => grant(true)}>
          {t('mood.consent.agree')}
        </Button>
      </div>
    </Frame>
  )
}
