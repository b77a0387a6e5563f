import { useMutation } from '@tanstack/react-query'
import { UserRoundCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Input } from '../../components/controls/input.tsx'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { Icon } from '../../components/media/icon.tsx'
import { client, ok } from '../../lib/api/client.ts'
import { FormError } from './forms/form-error.tsx'
import { PasswordField } from './forms/password-field.tsx'
import { useForm } from './forms/use-form.ts'

type Credentials = { email: string; code: string }
const bodyOf = ({ email, code }: Credentials) => ({ email: email.trim(), recovery_code: code.trim() })

/** Shows whose account the code belongs to, before anything is changed. */
function Lookup({ email, code }: Credentials) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const lookup = useMutation({
    mutationFn: () => ok(client.POST('/auth/account-lookup', { body: bodyOf({ email, code }) })),
  })
  return (
    <div className="flex flex-col gap-3">
      <Button
        icon={UserRoundCheck}
        size="small"
        className="self-start"
        busy={lookup.isPending}
        disabled={!email.trim() || !code.trim()}
        onClick={() => lookup.mutate()}
      >
        {t('auth.recover.lookup')}
      </Button>
      {lookup.isError && <FormError failure={errorText(lookup.error)} />}
      {lookup.data && (
        <p role="status" className="flex items-center gap-2 text-sm text-soft">
          <Icon icon={UserRoundCheck} size={18} className="text-good" />
          {t('auth.recover.found', lookup.data)}
        </p>
      )}
    </div>
  )
}

export function RecoverForm({ onDone }: { onDone: (email: string) => void }) {
  const { t } = useTranslation()
  const form = useForm({ email: '', code: '', newPassword: '', repeat: '' }, async (values) => {
    await ok(client.POST('/auth/reset-password', { body: { ...bodyOf(values), new_password: values.newPassword } }))
    onDone(values.email.trim())
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
        autoFocus
      />
      <Input {...form.field('code')} label={t('auth.recover.code')} autoComplete="one-time-code" spellCheck={false} />
      <Lookup email={form.values.email} code={form.values.code} />
      <PasswordField
        {...form.field('newPassword')}
        label={t('auth.newPassword')}
        autoComplete="new-password"
        hint={t('auth.passwordHint')}
      />
      <PasswordField {...form.field('repeat')} label={t('auth.repeat')} autoComplete="new-password" />
      <Button type="submit" look="primary" size="large" busy={form.busy} className="mt-2">
        {t('auth.recover.submit')}
      </Button>
    </form>
  )
}
