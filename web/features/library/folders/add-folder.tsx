import { useMutation } from '@tanstack/react-query'
import { FolderPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { Dialog } from '../../../components/overlays/dialog.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import { FolderPicker } from '../picker/folder-picker.tsx'
import { startScan } from './queries.ts'

async function addFolder(path: string): Promise<void> {
  const folder = await ok(client.POST('/library/folders', { body: { path } }))
  await startScan(folder.id)
}

/** Chooses a folder of the server; its scan begins at once. */
export function AddFolder({ primary = false }: { primary?: boolean }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const [open, setOpen] = useState(false)
  const add = useMutation({ mutationFn: addFolder, onSuccess: () => setOpen(false) })
  const failure = add.error && errorText(add.error)
  return (
    <>
      <Button look={primary ? 'primary' : 'plain'} icon={FolderPlus} onClick={() => setOpen(true)}>
        {t('library.folders.add')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          add.reset()
        }}
        title={t('library.folders.addTitle')}
        description={t('library.folders.addText')}
        wide
      >
        {failure && (
          <p role="alert" className="mb-4 text-sm text-danger">
            {failure.what}
            {failure.kept && <span className="text-soft"> {failure.kept}</span>}
          </p>
        )}
        <FolderPicker busy={add.isPending} onChoose={(path) => add.mutate(path)} />
      </Dialog>
    </>
  )
}
