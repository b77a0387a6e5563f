import { useTranslation } from 'react-i18next'
import { toast } from '../overlays/toasts.ts'

/** Copies text. Without a secure origin browsers give no clipboard; then a hidden field does it the old way. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Inside an open dialog, focus may not leave it.
  const place = document.querySelector('[role=dialog]') ?? document.body
  place.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}

/** Copies and says so. */
export function useCopy(): (text: string) => void {
  const { t } = useTranslation()
  return (text) => {
    copyText(text).then(
      () => toast(t('common.copied')),
      () => toast(t('common.copyFailed'), { tone: 'bad' }),
    )
  }
}

/** Hands text to the browser as a file. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
