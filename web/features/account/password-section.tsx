import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Section } from '../../components/layout/section.tsx'
import { toast } from '../../components/overlays/toasts.ts'
import { client, ok } from '../../lib/api/client.ts'
import { FormError } from '../auth/forms/form-error.tsx'
import { PasswordField } from '../auth/forms/password-field.tsx'
import { useForm } from '../auth/forms/use-form.ts'

const EMPTY = { password: '', newPassword: '', repeat: '' }

export function PasswordSection() {
  const { t } = useTranslation()
  const form = useForm(EMPTY, async ({ password, newPassword }) => {
    await ok(client.POST('/auth/change-password', { body: { current_password: password, new_password: newPassword } }))
    form.setValues(EMPTY)
    form.reset()
    toast(t('account.password.saved'))
  })
  return (
    <Section title={t('account.password.title')} text={t('account.password.text')}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <FormError failure={form.failure} />
        <PasswordField {...form.field('password')} label={t('account.email.current')} autoComplete="current-password" />
        <PasswordField
          {...form.field('newPassword')}
          label={t('auth.newPassword')}
          autoComplete="new-password"
          hint={t('auth.passwordHint')}
        />
        <PasswordField {...form.field('repeat')} label={t('auth.repeat')} autoComplete="new-password" />
        <Button type="submit" busy={form.busy} className="self-start">
          {t('common.save')}
        </Button>
      </form>
    </Section>
  )
}
