import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from '../../../components/controls/input.tsx'
import { PasswordField } from './password-field.tsx'

type FieldProps = { value: string; onChange: (event: ChangeEvent<HTMLInputElement>) => void; error: string | undefined }
type Props = { field: (name: 'name' | 'email' | 'newPassword') => FieldProps; autoFocus?: boolean }

/** Name, e-mail and a new password: what every new account begins with. */
export function AccountFields({ field, autoFocus = false }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Input {...field('name')} label={t('auth.name')} autoComplete="name" maxLength={100} autoFocus={autoFocus} />
      <Input
        {...field('email')}
        label={t('auth.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        maxLength={150}
      />
      <PasswordField
        {...field('newPassword')}
        label={t('auth.password')}
        autoComplete="new-password"
        hint={t('auth.passwordHint')}
      />
    </>
  )
}
