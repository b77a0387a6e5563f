import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/controls/button.tsx'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { Icon } from '../../components/media/icon.tsx'
import { client, ok } from '../../lib/api/client.ts'
import { FormError } from '../auth/forms/form-error.tsx'
import { FolderPicker } from '../library/picker/folder-picker.tsx'
import type { Source } from './progress-of.ts'
import { StepHead } from './step-head.tsx'

async function scanFolder(path: string): Promise<Source> {
  const folder = await ok(client.POST('/library/folders', { body: { path } }))
  const { scan_id: scanId } = await ok(client.POST('/library/scan', { body: { folder_id: folder.id } }))
  return { kind: 'folder', scanId }
}

async function startDemo(): Promise<Source> {
  await ok(client.POST('/library/demo'))
  return { kind: 'demo' }
}

export function MusicStep({ onStarted }: { onStarted: (source: Source) => void }) {
  const { t } = useTranslation()
  const errorText = useErrorText()
  const folder = useMutation({ mutationFn: scanFolder, onSuccess: onStarted })
  const demo = useMutation({ mutationFn: startDemo, onSuccess: onStarted })
  const error = folder.error ?? demo.error
  return (
    <>
      <StepHead step={2} title={t('welcome.music.title')} text={t('welcome.music.text')} />
      {error && (
        <div className="mb-4">
          <FormError failure={errorText(error)} />
        </div>
      )}
      <FolderPicker busy={folder.isPending} onChoose={(path) => folder.mutate(path)} />
      <p className="my-5 flex items-center gap-4 text-sm text-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {t('welcome.music.or')}
      </p>
      <button
        type="button"
        disabled={demo.isPending}
        onClick={() => demo.mutate()}
        className="flex items-center gap-4 rounded-card bg-raised p-4 text-left transition-colors hover:bg-hover disabled:opacity-60"
      >
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-hover text-accent-text">
          <Icon icon={Sparkles} />
        </span>
        <span>
          <span className="block text-base font-semibold">{t('welcome.music.demo')}</span>
          <span className="block text-sm text-soft">{t('welcome.music.demoText')}</span>
        </span>
      </button>
      <Button asChild look="quiet" className="mt-4 self-center">
        <Link to="/">{t('welcome.music.later')}</Link>
      </Button>
    </>
  )
}
