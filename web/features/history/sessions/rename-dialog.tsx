import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Input } from '../../../components/controls/input.tsx'
import { Dialog } from '../../../components/overlays/dialog.tsx'
import type { EmotionSession } from '../../../lib/api/emotions.ts'

const LONGEST = 100

type Props = { session: EmotionSession; busy: boolean; onName: (name: string | null) => void; onClose: () => void }

/** Gives a session a name; an empty one takes it away again. */
export function RenameDialog({ session, busy, onName, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState(session.name ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onName(name.trim() === '' ? null : name.trim())
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('history.sessions.rename')}>
      <form onSubmit={submit}>
        <Input
          label={t('history.sessions.name')}
          hint={t('history.sessions.nameHint')}
          value={name}
          maxLength={LONGEST}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="mt-6 flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="primary" type="submit" busy={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
