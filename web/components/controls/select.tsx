import clsx from 'clsx'
import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import { Icon } from '../media/icon.tsx'

export type Option<T extends string> = { value: T; label: string }
type Props<T extends string> = {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  disabled?: boolean
  className?: string
}

const TRIGGER =
  'inline-flex h-9 items-center justify-between gap-2 rounded-full bg-hover px-3.5 text-sm font-medium text-text transition-colors hover:bg-pressed disabled:opacity-50'

/** One of a few. `label` is its name for screen readers; put a visible one beside it where the meaning is not plain. */
export function Select<T extends string>({ label, value, options, onChange, disabled = false, className }: Props<T>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as T)} disabled={disabled}>
      <Radix.Trigger aria-label={label} className={clsx(TRIGGER, className)}>
        <Radix.Value />
        <Radix.Icon className="text-faint">
          <Icon icon={ChevronDown} size={16} />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-card border border-line bg-raised p-1"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex h-9 cursor-pointer items-center justify-between gap-6 rounded-control px-3 text-sm text-soft outline-none data-highlighted:bg-hover data-highlighted:text-text data-[state=checked]:text-text"
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="text-accent-text">
                  <Icon icon={Check} size={16} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
