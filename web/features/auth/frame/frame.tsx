import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../../../components/media/logo.tsx'
import { DatabaseLight } from './database-light.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Waves } from './waves.tsx'

/** The room before the shell: one column for the form, a quiet drawing beside it where there is space. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <div className="grid h-dvh overflow-y-auto lg:grid-cols-[minmax(480px,5fr)_7fr]">
      <div className="mx-auto flex min-h-full w-full max-w-124 flex-col px-6 py-6">
        <div className="flex items-center gap-2.5">
          <Logo />
          <span className="display text-lg">Animo</span>
        </div>
        <main id="page" className="flex grow flex-col justify-center py-10">
          {children}
        </main>
        <div className="flex flex-wrap items-center justify-between gap-4">
          <DatabaseLight />
          <LanguageSwitch />
        </div>
      </div>
      <div className="relative hidden overflow-hidden bg-raised lg:block">
        <Waves />
        <p className="display absolute bottom-12 left-12 max-w-lg text-2xl">{t('auth.tagline')}</p>
      </div>
    </div>
  )
}
