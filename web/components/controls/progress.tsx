import clsx from 'clsx'

type Props = { label: string; value: number; max: number; className?: string }

/** How far something is; before the whole is known (`max` 0) a part of it wanders. */
export function Progress({ label, value, max, className }: Props) {
  const known = max > 0
  const share = Math.min(1, value / max)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={known ? max : undefined}
      aria-valuenow={known ? Math.min(value, max) : undefined}
      className={clsx('h-1.5 overflow-hidden rounded-full bg-pressed', className)}
    >
      <div
        className={clsx(
          'h-full rounded-full bg-accent',
          known ? 'origin-left transition-transform' : 'w-3/10 animate-wander',
        )}
        style={known ? { transform: `scaleX(${share})` } : undefined}
      />
    </div>
  )
}
