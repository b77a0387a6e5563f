import clsx from 'clsx'
import { useTranslation } from 'react-i18next'

const STEPS = [1, 2, 3] as const

/** Where we are, and what this step is about. */
export function StepHead({ step, title, text }: { step: (typeof STEPS)[number]; title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <header className="mb-8">
      <p className="mb-4 flex items-center gap-1.5">
        <span className="sr-only">{t('welcome.step', { step: String(step) })}</span>
        {STEPS.map((each) => (
          <span
            key={each}
            className={clsx('h-1 w-8 rounded-full transition-colors', each <= step ? 'bg-accent' : 'bg-pressed')}
          />
        ))}
      </p>
      <h1 className="display text-xl">{title}</h1>
      <p className="mt-2 text-base text-soft">{text}</p>
    </header>
  )
}
