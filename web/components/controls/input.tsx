import clsx from 'clsx'
import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  label: string
  /** Below the field while there is nothing to complain about. */
  hint?: ReactNode
  error?: string | undefined
  /** A button inside the field's right end. */
  action?: ReactNode
}

const FIELD =
  'h-11 w-full rounded-control border bg-page px-3 text-base text-text placeholder:text-faint transition-[border-color] hover:border-soft focus-visible:border-accent-text focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-50'

/** A labelled field; errors are tied to it and announced. */
export function Input({ label, hint, error, action, className, ...rest }: Props) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-soft">
        {label}
      </label>
      <div className="relative">
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={clsx(FIELD, error ? 'border-danger' : 'border-control', action && 'pr-12')}
        />
        {action && <div className="absolute inset-y-0 right-1 flex items-center">{action}</div>}
      </div>
      {note && (
        <p
          id={`${id}-note`}
          role={error ? 'alert' : undefined}
          className={clsx('mt-1.5 text-sm', error ? 'text-danger' : 'text-faint')}
        >
          {note}
        </p>
      )}
    </div>
  )
}
