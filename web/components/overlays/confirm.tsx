import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/button.tsx'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: string
  /** The verb of the deed: "Delete account". */
  action: string
  onConfirm: () => void
  children?: ReactNode
  disabled?: boolean
}

/** Asks before what cannot be undone. Everything that can be undone is done at once with an undo instead. */
export function Confirm({
  open,
  onOpenChange,
  title,
  description,
  action,
  onConfirm,
  children,
  disabled = false,
}: Props) {
  const { t } = useTranslation()
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 grid grid-cols-[minmax(0,1fr)] place-items-center overflow-y-auto bg-scrim p-4">
          <AlertDialog.Content className="w-full max-w-md animate-appear rounded-card border border-line bg-raised p-6 outline-none">
            <AlertDialog.Title className="display text-lg">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-sm text-soft">{description}</AlertDialog.Description>
            {children && <div className="mt-4">{children}</div>}
            <div className="mt-6 flex justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button look="quiet">{t('common.cancel')}</Button>
              </AlertDialog.Cancel>
              <AlertDialog.Action asChild>
                <Button look="danger" onClick={onConfirm} disabled={disabled}>
                  {action}
                </Button>
              </AlertDialog.Action>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
