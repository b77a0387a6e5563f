import { useMutation, useQuery } from '@tanstack/react-query'
import { FolderOpen, Lock, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'
import { Page } from '../../../components/layout/page.tsx'
import { PageHeader } from '../../../components/layout/page-header.tsx'
import { scanEnded } from '../../../lib/api/events.ts'
import { meQuery } from '../../../lib/api/query.ts'
import { AddFolder } from './add-folder.tsx'
import { DemoCard } from './demo-card.tsx'
import { FolderList } from './folder-list.tsx'
import { foldersQuery, scansQuery, startScan } from './queries.ts'
import { ScanHistory } from './scans/scan-history.tsx'
import { ScanPanel } from './scans/scan-panel.tsx'
import { useTell } from './use-tell.ts'

/** The folders in each of their states. */
function Folders({ busy }: { busy: boolean }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(foldersQuery)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-18 rounded-card" />
  if (data.length === 0) {
    return (
      <EmptyState
        icon={FolderOpen}
        title={t('library.folders.none')}
        text={t('library.folders.noneText')}
        action={<AddFolder primary />}
      />
    )
  }
  return (
    <>
      <FolderList folders={data} busy={busy} />
      <div className="mt-3">
        <AddFolder />
      </div>
    </>
  )
}

function ScanNow({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  const tell = useTell()
  const scan = useMutation({ mutationFn: () => startScan(), onError: tell })
  return (
    <Button look="primary" icon={RefreshCw} busy={scan.isPending} disabled={disabled} onClick={() => scan.mutate()}>
      {t('library.folders.scanNow')}
    </Button>
  )
}

function Settings() {
  const { t } = useTranslation()
  const { data: folders, isError } = useQuery(foldersQuery)
  const scans = useQuery(scansQuery)
  const active = scans.data?.find((one) => !scanEnded(one))
  const none = folders?.length === 0
  return (
    <>
      <PageHeader
        title={t('shell.nav.library')}
        note={t('library.folders.note')}
        action={folders && !none && <ScanNow disabled={active !== undefined} />}
      />
      <Folders busy={active !== undefined} />
      {active && <ScanPanel key={active.id} active={active} />}
      <DemoCard offered={none} />
      {scans.error && !scans.data && !isError && (
        <div className="mt-6">
          <ErrorState compact error={scans.error} onRetry={() => void scans.refetch()} />
        </div>
      )}
      <ScanHistory scans={scans.data?.filter(scanEnded) ?? []} />
    </>
  )
}

/** Where the music comes from: folders, scans and what went wrong in them. For administrators. */
export function LibraryPage() {
  const { t } = useTranslation()
  const { data: user } = useQuery(meQuery)
  return (
    <Page narrow>
      {user?.role === 'admin' && <Settings />}
      {user && user.role !== 'admin' && (
        <>
          <PageHeader title={t('shell.nav.library')} />
          <EmptyState icon={Lock} title={t('library.folders.adminOnly')} text={t('library.folders.adminOnlyText')} />
        </>
      )}
    </Page>
  )
}
