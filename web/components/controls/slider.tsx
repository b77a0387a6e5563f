import clsx from 'clsx'
import { Slider as Radix } from 'radix-ui'

type Props = {
  label: string
  value: number
  max: number
  step?: number
  /** What a screen reader says instead of the bare number. */
  valueText?: string
  /** While dragging. */
  onChange: (value: number) => void
  /** On release. */
  onCommit?: (value: number) => void
  disabled?: boolean
  className?: string
}

/** A thin bar whose handle shows on hover, focus and touch. */
export function Slider({
  label,
  value,
  max,
  step = 1,
  valueText,
  onChange,
  onCommit,
  disabled = false,
  className,
}: Props) {
  return (
    <Radix.Root
      value={[value]}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      onValueCommit={([next]) => next !== undefined && onCommit?.(next)}
      className={clsx(
        'group relative flex h-5 cursor-pointer touch-none items-center select-none data-disabled:cursor-default data-disabled:opacity-40',
        className,
      )}
    >
      <Radix.Track className="relative h-1 grow overflow-hidden rounded-full bg-pressed">
        <Radix.Range className="absolute h-full rounded-full bg-text transition-colors group-focus-within:bg-accent group-hover:bg-accent" />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        className="block size-3 rounded-full bg-text opacity-0 transition-opacity group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
      />
    </Radix.Root>
  )
}
