import { Eye, EyeOff } from 'lucide-react'
import { type ChangeEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Input } from '../../../components/controls/input.tsx'

type Props = {
  label: string
  value: string
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  autoComplete: 'current-password' | 'new-password'
  error?: string | undefined
  hint?: string
  autoFocus?: boolean
}

/** A password that can be shown, with a word when caps lock is on. */
export function PasswordField({ hint, ...rest }: Props) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <Input
      {...rest}
      type={shown ? 'text' : 'password'}
      maxLength={100}
      hint={caps ? t('auth.capsLock') : hint}
      onKeyDown={watch}
      onKeyUp={watch}
      onBlur={() => setCaps(false)}
      action={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'auth.hide' : 'auth.show')}
          size="small"
          tip={false}
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
