import { useQuery } from '@tanstack/react-query'
import { Download, FileUp } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { Progress } from '../../../components/controls/progress.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { meQuery } from '../../../lib/api/query.ts'
import { useRegion } from '../../../lib/hooks/use-region.ts'
import { useInstallModel, useModel, useUploadModel } from './use-model.ts'

const COMMAND = 'npm run models'

function UploadButton({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <input
        id={id}
        type="file"
        accept=".task"
        disabled={busy}
        className="peer sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
      <Button
        asChild
        className="peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent-text peer-disabled:opacity-45"
      >
        <label htmlFor={id}>
          <Icon icon={FileUp} size={18} />
          {t('mood.model.upload')}
        </label>
      </Button>
    </>
  )
}

/** For who may: the server fetches the file, or gets it from here. */
function AdminSetup() {
  const { t } = useTranslation()
  const install = useInstallModel()
  const upload = useUploadModel()
  const busy = install.isPending || upload.isPending
  const error = install.error ?? upload.error
  const done = { onSuccess: () => toast(t('mood.model.installed')) }
  const run = () => {
    upload.reset()
    install.mutate(undefined, done)
  }
  const give = (file: File) => {
    install.reset()
    upload.mutate(file, done)
  }
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" icon={Download} busy={busy} onClick={run}>
          {t('mood.model.install')}
        </Button>
        <UploadButton busy={busy} onFile={give} />
      </div>
      {busy && <Progress label={t('mood.model.installing')} value={0} max={0} className="mt-3" />}
      {error && (
        <div className="mt-3">
          <ErrorState compact error={error} />
        </div>
      )}
      <p className="mt-3 text-xs text-faint">
        {t('mood.model.command')} <code className="rounded bg-hover px-1.5 py-0.5 text-soft">{COMMAND}</code>
      </p>
    </>
  )
}

/** Explains how the on-device mode gets its model while the server has none. */
export function ModelSetup() {
  const { t } = useTranslation()
  const region = useRegion()
  const { data: user } = useQuery(meQuery)
  const model = useModel()
  if (model.isError)
    return (
      <div className="mt-4">
        <ErrorState compact error={model.error} onRetry={() => void model.refetch()} />
      </div>
    )
  const admin = user?.role === 'admin'
  const megabytes = (model.data?.bytes ?? 0) / 1e6
  const size = new Intl.NumberFormat(region, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(megabytes)
  return (
    <div className="mt-4 rounded-card bg-hover p-4">
      <p className="text-sm font-semibold">{t('mood.model.title')}</p>
      <p className="mt-1 text-sm text-soft">{admin ? t('mood.model.admin', { size }) : t('mood.model.user')}</p>
      {admin && <AdminSetup />}
    </div>
  )
}
