import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { AccountFields } from '../auth/forms/account-fields.tsx'
import { FormError } from '../auth/forms/form-error.tsx'
import { createFirstUser } from '../auth/forms/sign-in.ts'
import { useForm } from '../auth/forms/use-form.ts'
import { StepHead } from './step-head.tsx'

export function WhoStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const form = useForm({ name: '', email: '', newPassword: '' }, async (values) => {
    await createFirstUser(values)
    onDone()
  })
  return (
    <>
      <StepHead step={1} title={t('welcome.who.title')} text={t('welcome.who.text')} />
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
        <FormError failure={form.failure} />
        <AccountFields field={form.field} autoFocus />
        <Button type="submit" look="primary" size="large" busy={form.busy} className="mt-2">
          {t('welcome.who.submit')}
        </Button>
      </form>
    </>
  )
}
