import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Input } from '../../components/controls/input.tsx'
import { AccountFields } from './forms/account-fields.tsx'
import { FormError } from './forms/form-error.tsx'
import { register } from './forms/sign-in.ts'
import { useForm } from './forms/use-form.ts'

type Props = { invite: string; needsInvite: boolean; onDone: () => void }

export function RegisterForm({ invite, needsInvite, onDone }: Props) {
  const { t } = useTranslation()
  const start = { name: '', email: '', newPassword: '', ...(needsInvite && { code: invite }) }
  const form = useForm<Record<string, string> & { name: string; email: string; newPassword: string }>(
    start,
    async (values) => {
      await register(values)
      onDone()
    },
  )
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
      <FormError failure={form.failure} />
      <AccountFields field={form.field} autoFocus />
      {needsInvite && (
        <Input
          {...form.field('code')}
          label={t('auth.register.invite')}
          hint={t('auth.register.inviteHint')}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <Button type="submit" look="primary" size="large" busy={form.busy} className="mt-2">
        {t('auth.register.submit')}
      </Button>
    </form>
  )
}
