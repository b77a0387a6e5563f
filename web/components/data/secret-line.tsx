import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../controls/icon-button.tsx'
import { useCopy } from './copy.ts'

/** A code or an address to pass on, with a button that copies it. */
export function SecretLine({ value }: { value: string }) {
  const { t } = useTranslation()
  const copy = useCopy()
  return (
    <div className="flex items-center gap-2 rounded-control bg-page py-1.5 pr-1.5 pl-4">
      <code className="min-w-0 grow font-mono text-sm break-all select-all">{value}</code>
      <IconButton icon={Copy} label={t('common.copy')} size="small" onClick={() => copy(value)} />
    </div>
  )
}
