import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { toast } from '../../components/overlays/toasts.ts'
import { authStatusQuery } from '../../lib/api/query.ts'
import { usePageTitle } from '../../lib/hooks/use-title.ts'
import { Frame } from './frame/frame.tsx'
import { RecoverForm } from './recover-form.tsx'
import { RegisterForm } from './register-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

type Mode = 'signIn' | 'register' | 'recover'
const route = getRouteApi('/login')

function Links({ mode, setMode, canRegister }: { mode: Mode; setMode: (mode: Mode) => void; canRegister: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="mt-6 flex flex-wrap justify-center gap-2">
      {mode === 'signIn' ? (
        <>
          <Button look="quiet" onClick={() => setMode('recover')}>
            {t('auth.signIn.forgot')}
          </Button>
          {canRegister && (
            <Button look="quiet" onClick={() => setMode('register')}>
              {t('auth.signIn.register')}
            </Button>
          )}
        </>
      ) : (
        <Button look="quiet" onClick={() => setMode('signIn')}>
          {t('auth.back')}
        </Button>
      )}
    </div>
  )
}

/** Sign in, create an account where that is allowed, or set a new password. */
export function LoginPage() {
  const { t } = useTranslation()
  const router = useRouter()
  const { next = '/', invite = '' } = route.useSearch()
  const { data: status } = useQuery(authStatusQuery)
  const [mode, setMode] = useState<Mode>(invite === '' ? 'signIn' : 'register')
  const [email, setEmail] = useState('')
  usePageTitle(t(`auth.${mode}.title`))
  const enter = () => router.history.push(next)
  const recovered = (address: string) => {
    setEmail(address)
    setMode('signIn')
    toast(t('auth.recover.done'))
  }
  if (status?.first_user_needed) return <Navigate to="/welcome" replace />
  const registration = status?.registration ?? 'closed'
  return (
    <Frame>
      <h1 className="display text-xl">{t(`auth.${mode}.title`)}</h1>
      <p className="mt-2 mb-8 text-base text-soft">{mode === 'signIn' ? t('auth.tagline') : t(`auth.${mode}.note`)}</p>
      {mode === 'signIn' && <SignInForm key={email} email={email} onDone={enter} />}
      {mode === 'register' && (
        <RegisterForm invite={invite} needsInvite={registration !== 'open' || invite !== ''} onDone={enter} />
      )}
      {mode === 'recover' && <RecoverForm onDone={recovered} />}
      <Links mode={mode} setMode={setMode} canRegister={registration !== 'closed'} />
    </Frame>
  )
}
