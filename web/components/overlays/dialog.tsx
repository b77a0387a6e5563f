import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../controls/icon-button.tsx'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: string
  wide?: boolean
  children?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
}

/** A window over the page: focus stays inside, Escape closes, focus returns. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children, footer }: Props) {
  const { t } = useTranslation()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid grid-cols-[minmax(0,1fr)] place-items-center overflow-y-auto bg-scrim p-4">
          <Radix.Content
            {...(description === undefined && { 'aria-describedby': undefined })}
            className={clsx(
              'relative w-full animate-appear rounded-card border border-line bg-raised p-6 outline-none',
              wide ? 'max-w-2xl' : 'max-w-md',
            )}
          >
            <Radix.Title className="display pr-10 text-lg">{title}</Radix.Title>
            {description && <Radix.Description className="mt-2 text-sm text-soft">{description}</Radix.Description>}
            {children && <div className="mt-5">{children}</div>}
            {footer && <div className="mt-6 flex flex-wrap justify-end gap-2">{footer}</div>}
            <Radix.Close asChild>
              <IconButton icon={X} label={t('common.close')} tip={false} className="absolute top-4 right-4" />
            </Radix.Close>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
