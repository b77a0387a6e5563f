import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Input } from '../../../components/controls/input.tsx'

/** Where we are, as text that can be typed over; Enter goes there. */
export function PathField({ path, onOpen }: { path: string; onOpen: (path: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState(path)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (text.trim() !== '') onOpen(text.trim())
  }
  return (
    <form onSubmit={submit} className="min-w-0 grow">
      <Input
        label={t('picker.path')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={4096}
        enterKeyHint="go"
      />
    </form>
  )
}
