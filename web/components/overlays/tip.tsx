import { Tooltip } from 'radix-ui'
import type { ReactElement } from 'react'

type Props = { label: string; keys?: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactElement }

/** A word about its child on hover and focus; the child needs its own accessible name. */
export function Tip({ label, keys, side = 'top', children }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-control bg-text px-2.5 py-1.5 text-xs font-medium text-page"
        >
          {label}
          {keys && <kbd className="rounded bg-page/15 px-1.5 font-sans tabular">{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
