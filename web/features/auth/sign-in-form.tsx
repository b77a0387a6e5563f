import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Input } from '../../components/controls/input.tsx'
import { FormError } from './forms/form-error.tsx'
import { PasswordField } from './forms/password-field.tsx'
import { signIn } from './forms/sign-in.ts'
import { useForm } from './forms/use-form.ts'

export function SignInForm({ email = '', onDone }: { email?: string; onDone: () => void }) {
  const { t } = useTranslation()
  const form = useForm({ email, password: '' }, async (values) => {
    await signIn(values.email, values.password)
    onDone()
  })
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
      <FormError failure={form.failure} />
      <Input
        {...form.field('email')}
        label={t('auth.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoFocus={email === ''}
      />
      <PasswordField
        {...form.field('password')}
        label={t('auth.password')}
        autoComplete="current-password"
        autoFocus={email !== ''}
      />
      <Button type="submit" look="primary" size="large" busy={form.busy} className="mt-2">
        {t('auth.signIn.submit')}
      </Button>
    </form>
  )
}
