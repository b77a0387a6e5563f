import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Input } from '../../components/controls/input.tsx'
import { Section } from '../../components/layout/section.tsx'
import { toast } from '../../components/overlays/toasts.ts'
import { client, ok } from '../../lib/api/client.ts'
import type { User } from '../../lib/api/models.ts'
import { meQuery, queryClient } from '../../lib/api/query.ts'
import { FormError } from '../auth/forms/form-error.tsx'
import { PasswordField } from '../auth/forms/password-field.tsx'
import { useForm } from '../auth/forms/use-form.ts'

export function NameSection({ user }: { user: User }) {
  const { t } = useTranslation()
  const form = useForm({ name: user.name }, async ({ name }) => {
    queryClient.setQueryData(meQuery.queryKey, await ok(client.PUT('/auth/me', { body: { name: name.trim() } })))
    toast(t('account.profile.saved'))
  })
  return (
    <Section title={t('account.profile.title')} text={t('account.profile.text')}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <FormError failure={form.failure} />
        <Input {...form.field('name')} label={t('auth.name')} autoComplete="name" maxLength={100} />
        <Button type="submit" busy={form.busy} disabled={form.values.name.trim() === user.name} className="self-start">
          {t('common.save')}
        </Button>
      </form>
    </Section>
  )
}

export function EmailSection({ user }: { user: User }) {
  const { t } = useTranslation()
  const form = useForm({ email: user.email, password: '' }, async ({ email, password }) => {
    const body = { email: email.trim(), current_password: password }
    queryClient.setQueryData(meQuery.queryKey, await ok(client.PUT('/auth/me', { body })))
    toast(t('account.email.saved'))
  })
  const changed = form.values.email.trim() !== user.email
  return (
    <Section title={t('account.email.title')} text={t('account.email.text')}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <FormError failure={form.failure} />
        <Input
          {...form.field('email')}
          label={t('auth.email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          maxLength={150}
        />
        {changed && (
          <PasswordField
            {...form.field('password')}
            label={t('account.email.current')}
            autoComplete="current-password"
          />
        )}
        <Button type="submit" busy={form.busy} disabled={!changed} className="self-start">
          {t('common.save')}
        </Button>
      </form>
    </Section>
  )
}
