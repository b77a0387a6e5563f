import clsx from 'clsx'

type Props = { label: string; value: number; max: number; className?: string }

/** How far something is; before the whole is known (`max` 0) it breathes. */
export function Progress({ label, value, max, className }: Props) {
  const known = max > 0
  const share = known ? Math.min(1, value / max) : 1
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
        className={clsx('h-full origin-left rounded-full bg-accent transition-transform', !known && 'animate-breathe')}
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  )
}
