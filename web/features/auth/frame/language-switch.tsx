import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { LANGUAGES } from '../../../lib/i18n/language.ts'
import { setLanguage } from '../../../lib/i18n/start.ts'

/** Both languages, the other one a click away. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <div className="-mr-3 flex">
      {LANGUAGES.map((language) => (
        <Button
          key={language}
          look="quiet"
          size="small"
          aria-pressed={i18n.language === language}
          lang={language}
          onClick={() => void setLanguage(language)}
          className={i18n.language === language ? 'text-text' : ''}
        >
          {t(`shell.language.${language}`)}
        </Button>
      ))}
    </div>
  )
}
