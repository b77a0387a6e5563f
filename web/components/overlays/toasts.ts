import { create } from 'zustand'

export type Toast = { id: number; text: string; tone: 'plain' | 'bad'; action?: { label: string; run: () => void } }

const SHOWN_AT_ONCE = 3
let next = 1

const useToastStore = create<{ toasts: Toast[] }>(() => ({ toasts: [] }))
export const useToasts = (): Toast[] => useToastStore((state) => state.toasts)

export const dismissToast = (id: number): void =>
  useToastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** Says something at the foot of the page; `action` is usually the undo. The same words do not pile up. */
export function toast(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  const added: Toast = {
    id: next++,
    text,
    tone: options.tone ?? 'plain',
    ...(options.action && { action: options.action }),
  }
  useToastStore.setState(({ toasts }) => ({
    toasts: [...toasts.filter((other) => other.text !== text), added].slice(-SHOWN_AT_ONCE),
  }))
}
