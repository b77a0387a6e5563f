import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Icon } from '../media/icon.tsx'
import { Tip } from '../overlays/tip.tsx'

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon
  /** What it does: name for screen readers and tooltip. */
  label: string
  /** The key that does the same, shown in the tooltip. */
  keys?: string
  size?: 'small' | 'normal' | 'large'
  /** For switches: pressed or not. */
  pressed?: boolean
  filled?: boolean
  tip?: boolean
}

const SIZES = { small: ['size-8', 18], normal: ['size-10', 20], large: ['size-12', 24] } as const

export function IconButton({
  icon,
  label,
  keys,
  size = 'normal',
  pressed,
  filled = false,
  tip = true,
  className,
  ...rest
}: Props) {
  const [box, drawing] = SIZES[size]
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      {...rest}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-full transition-[background-color,color,opacity] disabled:opacity-35',
        'not-disabled:hover:bg-hover',
        pressed ? 'text-accent-text' : 'text-soft not-disabled:hover:text-text',
        box,
        className,
      )}
    >
      <Icon icon={icon} size={drawing} filled={filled} />
    </button>
  )
  return tip ? (
    <Tip label={label} {...(keys && { keys })}>
      {button}
    </Tip>
  ) : (
    button
  )
}
