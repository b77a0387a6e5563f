import clsx from 'clsx'
import { X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../controls/icon-button.tsx'
import { dismissToast, type Toast, useToasts } from './toasts.ts'

const SHORT_MS = 4000
/** Whoever is offered an undo gets time to read it. */
const LONG_MS = 8000

function Item({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const slow = toast.action !== undefined || toast.tone === 'bad'
  return (
    <Radix.Root
      type={toast.tone === 'bad' ? 'foreground' : 'background'}
      duration={slow ? LONG_MS : SHORT_MS}
      onOpenChange={(open) => !open && dismissToast(toast.id)}
      className="flex animate-appear items-center gap-3 rounded-card border border-line bg-raised py-2 pr-2 pl-4"
    >
      <span className={clsx('size-2 shrink-0 rounded-full', toast.tone === 'bad' ? 'bg-danger' : 'bg-accent')} />
      <Radix.Description className="min-w-0 grow py-1 text-sm text-text">{toast.text}</Radix.Description>
      {toast.action && (
        <Radix.Action altText={toast.action.label} asChild>
          <button
            type="button"
            onClick={toast.action.run}
            className="rounded-full px-3 py-1.5 text-sm font-semibold text-accent-text hover:bg-hover"
          >
            {toast.action.label}
          </button>
        </Radix.Action>
      )}
      <Radix.Close asChild>
        <IconButton icon={X} label={t('common.close')} size="small" tip={false} />
      </Radix.Close>
    </Radix.Root>
  )
}

/** Mounted once, around the app: shows and announces toasts. F8 brings the focus here. */
export function Toaster() {
  const { t } = useTranslation()
  return (
    <Radix.Provider label={t('common.notifications')} swipeDirection="down">
      {useToasts().map((toast) => (
        <Item key={toast.id} toast={toast} />
      ))}
      <Radix.Viewport className="fixed bottom-[calc(var(--player-height,0px)+var(--bottom-bar-height,0px)+16px)] left-1/2 z-50 flex w-[min(440px,calc(100vw-32px))] -translate-x-1/2 flex-col gap-2 outline-none" />
    </Radix.Provider>
  )
}
