import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Input } from '../../../components/controls/input.tsx'
import type { Service } from './queries.ts'
import { useConnect, useTrouble } from './use-connect.ts'

type Props = {
  service: Service
  label: string
  hint: string
  connect: (text: string) => Promise<Service>
  secret?: boolean
}

/** One field for what the service gave, checked by the service. */
export function ConnectForm({ service, label, hint, connect, secret = false }: Props) {
  const { t } = useTranslation()
  const trouble = useTrouble()
  const [text, setText] = useState('')
  const { mutate, isPending, error, reset } = useConnect(connect)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') mutate(text.trim(), { onSuccess: () => setText('') })
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Input
        label={label}
        hint={hint}
        type={secret ? 'password' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        value={text}
        error={error ? trouble(error) : undefined}
        onChange={(event) => {
          if (error) reset()
          setText(event.target.value)
        }}
      />
      <Button
        type="submit"
        look={secret ? 'primary' : 'plain'}
        busy={isPending}
        disabled={text.trim() === ''}
        className="self-end"
      >
        {t(service.account === null ? 'scrobbling.connect' : 'scrobbling.again')}
      </Button>
    </form>
  )
}
