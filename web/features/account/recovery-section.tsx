import { useQuery } from '@tanstack/react-query'
import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { downloadText, useCopy } from '../../components/data/copy.ts'
import { Section } from '../../components/layout/section.tsx'
import { Dialog } from '../../components/overlays/dialog.tsx'
import { client, ok } from '../../lib/api/client.ts'
import { queryClient } from '../../lib/api/query.ts'
import { FormError } from '../auth/forms/form-error.tsx'
import { PasswordField } from '../auth/forms/password-field.tsx'
import { useForm } from '../auth/forms/use-form.ts'

const KEY = ['recovery-codes']

function Codes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const copy = useCopy()
  const text = `${codes.join('\n')}\n`
  return (
    <>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-control bg-page p-4 font-mono text-sm select-all sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button icon={Copy} onClick={() => copy(text)}>
          {t('account.codes.copyAll')}
        </Button>
        <Button icon={Download} onClick={() => downloadText(t('account.codes.file'), text)}>
          {t('common.download')}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t('account.codes.kept')}
        </Button>
      </div>
    </>
  )
}

function MakeCodes({ onMade }: { onMade: (codes: string[]) => void }) {
  const { t } = useTranslation()
  const form = useForm({ password: '' }, async ({ password }) => {
    const { codes } = await ok(client.POST('/auth/recovery-codes', { body: { current_password: password } }))
    await queryClient.invalidateQueries({ queryKey: KEY })
    onMade(codes)
  })
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <FormError failure={form.failure} />
      <PasswordField
        {...form.field('password')}
        label={t('account.email.current')}
        autoComplete="current-password"
        autoFocus
      />
      <Button type="submit" look="primary" busy={form.busy} className="self-end">
        {t('account.codes.make')}
      </Button>
    </form>
  )
}

/** How many codes are left, and new ones; the codes themselves are shown once and kept nowhere. */
export function RecoverySection() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(client.GET('/auth/recovery-codes', { signal })),
  })
  const close = () => {
    setOpen(false)
    setCodes(null)
  }
  return (
    <Section title={t('account.codes.title')} text={t('account.codes.text')}>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-sm text-soft">{data && t('account.codes.unused', { count: data.unused })}</p>
        <Button onClick={() => setOpen(true)}>{t('account.codes.make')}</Button>
      </div>
      <Dialog
        open={open}
        wide={codes !== null}
        onOpenChange={(next) => !next && close()}
        title={t('account.codes.title')}
        description={t(codes ? 'account.codes.shown' : 'account.codes.replaces')}
      >
        {codes ? <Codes codes={codes} onClose={close} /> : <MakeCodes onMade={setCodes} />}
      </Dialog>
    </Section>
  )
}
