import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { ContextMenu as RadixContext, DropdownMenu as RadixDropdown } from 'radix-ui'
import { Fragment, type ReactElement } from 'react'
import { Icon } from '../media/icon.tsx'

type MenuItem = {
  id: string
  label: string
  icon?: LucideIcon
  onSelect: () => void
  disabled?: boolean
  danger?: boolean
  /** For choices: shows which one holds. */
  checked?: boolean
}
/** Groups are parted by a line. */
export type MenuGroups = readonly (readonly MenuItem[])[]

const SURFACE = 'z-50 min-w-52 max-w-80 animate-appear rounded-card border border-line bg-raised p-1 outline-none'
const ITEM =
  'flex h-9 cursor-pointer items-center gap-3 rounded-control px-3 text-sm outline-none select-none data-disabled:opacity-40 data-highlighted:bg-hover'

type Parts = typeof RadixDropdown | typeof RadixContext

function Items({
  parts: { Item, RadioItem, RadioGroup, Separator },
  groups,
}: {
  parts: Pick<Parts, 'Item' | 'RadioItem' | 'RadioGroup' | 'Separator'>
  groups: MenuGroups
}) {
  return groups
    .filter((group) => group.length > 0)
    .map((group, index) => {
      const items = group.map((item) => {
        const Row = item.checked === undefined ? Item : RadioItem
        return (
          <Row
            key={item.id}
            value={item.id}
            disabled={item.disabled ?? false}
            onSelect={item.onSelect}
            className={clsx(ITEM, item.danger ? 'text-danger' : item.checked ? 'text-accent-text' : 'text-text')}
          >
            {item.icon && <Icon icon={item.icon} size={18} className="shrink-0 opacity-70" />}
            <span className="truncate">{item.label}</span>
            {item.checked && <span className="ml-auto size-2 shrink-0 rounded-full bg-accent" />}
          </Row>
        )
      })
      const chosen = group.find((item) => item.checked)?.id
      const isChoice = group.some((item) => item.checked !== undefined)
      return (
        <Fragment key={group[0]?.id}>
          {index > 0 && <Separator className="mx-2 my-1 h-px bg-line" />}
          {isChoice ? <RadioGroup value={chosen ?? ''}>{items}</RadioGroup> : items}
        </Fragment>
      )
    })
}

type Props = {
  groups: MenuGroups
  children: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom'
  label?: string
}

/** A menu on its button. */
export function Menu({ groups, children, align = 'end', side = 'bottom', label }: Props) {
  return (
    <RadixDropdown.Root>
      <RadixDropdown.Trigger asChild>{children}</RadixDropdown.Trigger>
      <RadixDropdown.Portal>
        <RadixDropdown.Content align={align} side={side} sideOffset={6} collisionPadding={8} className={SURFACE}>
          {label && (
            <RadixDropdown.Label className="px-3 pt-2 pb-1 text-xs font-medium text-faint">{label}</RadixDropdown.Label>
          )}
          <Items parts={RadixDropdown} groups={groups} />
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  )
}

/** The same menu on right click, long press and the menu key. */
export function ContextMenu({ groups, children }: { groups: MenuGroups; children: ReactElement }) {
  return (
    <RadixContext.Root>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content collisionPadding={8} className={SURFACE}>
          <Items parts={RadixContext} groups={groups} />
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  )
}
