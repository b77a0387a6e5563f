import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { Icon } from '../media/icon.tsx'

type Choice<T extends string> = { value: T; label: string; icon?: LucideIcon }
type Props<T extends string> = {
  label: string
  value: T
  choices: readonly Choice<T>[]
  onChange: (value: T) => void
  className?: string
}

/** One of two or three, all in sight. */
export function Segmented<T extends string>({ label, value, choices, onChange, className }: Props<T>) {
  const name = useId()
  return (
    <fieldset
      aria-label={label}
      className={clsx('inline-flex max-w-full gap-0.5 rounded-full bg-hover p-0.5', className)}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative inline-flex h-8 min-w-0 cursor-pointer items-center gap-2 rounded-full px-3.5 text-sm font-semibold text-soft transition-colors hover:text-text has-checked:bg-text has-checked:text-page has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="sr-only"
          />
          {choice.icon && <Icon icon={choice.icon} size={16} className="shrink-0" />}
          <span className="truncate">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
