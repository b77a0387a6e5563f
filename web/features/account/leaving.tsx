import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { Input } from '../../components/controls/input.tsx'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { Section } from '../../components/layout/section.tsx'
import { Confirm } from '../../components/overlays/confirm.tsx'
import { toast } from '../../components/overlays/toasts.ts'
import { client, ok } from '../../lib/api/client.ts'
import type { User } from '../../lib/api/models.ts'
import { signOut } from '../auth/sign-out.ts'
import { forgetPlayer } from '../player/state/player.ts'

export function SignOut() {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const leave = useMutation({ mutationFn: signOut, onError: (error) => toast(errorText(error).what, { tone: 'bad' }) })
  return (
    <Section title={t('account.signOut.title')} text={t('account.signOut.text')}>
      <Button icon={LogOut} busy={leave.isPending} onClick={() => leave.mutate()}>
        {t('account.signOut.action')}
      </Button>
    </Section>
  )
}

async function deleteMe(): Promise<void> {
  await ok(client.DELETE('/auth/me'))
  forgetPlayer()
  window.location.assign('/login')
}

/** Deletion wants the e-mail address typed, so that it never happens by a slip. */
export function DeleteAccount({ user }: { user: User }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useMutation({
    mutationFn: deleteMe,
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
  })
  const ask = (next: boolean) => {
    setTyped('')
    setOpen(next)
  }
  return (
    <Section title={t('account.remove.title')} text={t('account.remove.text')}>
      <Button look="danger" busy={remove.isPending} onClick={() => ask(true)}>
        {t('account.remove.action')}
      </Button>
      <Confirm
        open={open}
        onOpenChange={ask}
        title={t('account.remove.ask')}
        description={t('account.remove.askText')}
        action={t('account.remove.action')}
        disabled={typed.trim().toLowerCase() !== user.email.toLowerCase()}
        onConfirm={() => remove.mutate()}
      >
        <Input
          label={t('auth.email')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Confirm>
    </Section>
  )
}
