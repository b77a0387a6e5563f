import { useMutation } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Folder as FolderIcon, RefreshCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { Confirm } from '../../../components/overlays/confirm.tsx'
import { client, ok } from '../../../lib/api/client.ts'
import type { Folder } from '../../../lib/api/models.ts'
import { refreshCatalogue } from '../../../lib/api/query.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { refreshLibrary, startScan } from './queries.ts'
import { useTell } from './use-tell.ts'

async function removeFolder(id: number): Promise<void> {
  await ok(client.DELETE('/library/folders/{id}', { params: { path: { id } } }))
  await Promise.all([refreshLibrary(), refreshCatalogue()])
}

/** `49 files · last read yesterday`, and whether the folder can be reached. */
function FolderState({ folder }: { folder: Folder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const online = folder.state === 'online'
  const files = t('library.folders.files', { count: folder.file_count, formatted: format.count(folder.file_count) })
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
      <span
        className={
          online ? 'inline-flex items-center gap-1.5 text-good' : 'inline-flex items-center gap-1.5 text-danger'
        }
      >
        <Icon icon={online ? CircleCheck : CircleAlert} size={14} />
        {t(online ? 'library.folders.online' : 'library.folders.offline')}
      </span>
      <span aria-hidden="true">·</span>
      <span className="tabular">{files}</span>
      <span aria-hidden="true">·</span>
      {folder.last_scan_at === null ? (
        <span>{t('library.folders.neverRead')}</span>
      ) : (
        <span title={format.fullDate(folder.last_scan_at)}>
          {t('library.folders.read', { when: format.ago(folder.last_scan_at) })}
        </span>
      )}
    </p>
  )
}

function FolderRow({ folder, busy }: { folder: Folder; busy: boolean }) {
  const { t } = useTranslation()
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const remove = useMutation({ mutationFn: removeFolder, onError: tell })
  const scan = useMutation({ mutationFn: startScan, onError: tell })
  return (
    <li className="flex items-center gap-4 px-4 py-3.5">
      <Icon icon={FolderIcon} className="shrink-0 text-faint max-sm:hidden" />
      <div className="min-w-0 grow">
        <p className="truncate text-sm font-medium" title={folder.path}>
          {folder.path}
        </p>
        <FolderState folder={folder} />
      </div>
      <IconButton
        icon={RefreshCw}
        label={t('library.folders.scanFolder', { path: folder.path })}
        disabled={busy || scan.isPending}
        onClick={() => scan.mutate(folder.id)}
      />
      <IconButton
        icon={Trash2}
        label={t('library.folders.removeFolder', { path: folder.path })}
        disabled={remove.isPending}
        onClick={() => setAsking(true)}
      />
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('library.folders.removeTitle')}
        description={t('library.folders.removeText', { path: folder.path })}
        action={t('library.folders.remove')}
        onConfirm={() => remove.mutate(folder.id)}
      />
    </li>
  )
}

export function FolderList({ folders, busy }: { folders: readonly Folder[]; busy: boolean }) {
  return (
    <ul className="divide-y divide-line rounded-card bg-raised">
      {folders.map((folder) => (
        <FolderRow key={folder.id} folder={folder} busy={busy} />
      ))}
    </ul>
  )
}
