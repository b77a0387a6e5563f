import { useTranslation } from 'react-i18next'
import { Select } from '../../components/controls/select.tsx'
import { Section } from '../../components/layout/section.tsx'
import { LANGUAGES } from '../../lib/i18n/language.ts'
import { setLanguage } from '../../lib/i18n/start.ts'
import { THEMES, useTheme } from '../../lib/theme.ts'

export function LookSection() {
  const { t, i18n } = useTranslation()
  const { theme, setTheme } = useTheme()
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'en'
  return (
    <Section title={t('account.look.title')} text={t('account.look.text')}>
      <div className="flex items-center justify-between py-1.5">
        <span className="text-sm font-medium">{t('account.look.theme')}</span>
        <Select
          label={t('account.look.theme')}
          value={theme}
          options={THEMES.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
          onChange={setTheme}
        />
      </div>
      <div className="flex items-center justify-between py-1.5">
        <span className="text-sm font-medium">{t('account.look.language')}</span>
        <Select
          label={t('account.look.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: t(`shell.language.${value}`) }))}
          onChange={(next) => void setLanguage(next)}
        />
      </div>
    </Section>
  )
}
