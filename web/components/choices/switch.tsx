import clsx from 'clsx'
import { Switch as Radix } from 'radix-ui'
import { useId } from 'react'

type Props = {
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  hint?: string
  disabled?: boolean
}

/** Something that is on or off at once, with its words beside it. */
export function Switch({ label, checked, onChange, hint, disabled = false }: Props) {
  const id = useId()
  return (
    <div className={clsx('flex gap-3', hint ? 'items-start' : 'items-center')}>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="h-5.5 w-9.5 shrink-0 rounded-full border border-control bg-pressed p-0.5 transition-colors disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-4 rounded-full bg-text transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-medium text-text">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
