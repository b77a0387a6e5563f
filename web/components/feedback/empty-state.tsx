import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../media/icon.tsx'

type Props = { icon: LucideIcon; title: string; text: string; action?: ReactNode }

/** What this place will hold, and the one next step. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className="mx-auto flex max-w-md animate-appear flex-col items-center px-4 py-16 text-center">
      <div className="mb-5 grid size-16 place-items-center rounded-full bg-hover text-accent-text">
        <Icon icon={icon} size={28} />
      </div>
      <h2 className="display text-lg">{title}</h2>
      <p className="mt-2 text-base text-soft">{text}</p>
      {action && <div className="mt-6">{action}</div>}
    </div>
  )
}
