import clsx from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from '../media/icon.tsx'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:brightness-110 active:brightness-95',
  plain: 'bg-hover text-text hover:bg-pressed',
  quiet: 'text-soft hover:bg-hover hover:text-text',
  danger: 'bg-hover text-danger hover:bg-pressed',
} as const
const SIZES = {
  small: 'h-8 px-3 text-sm gap-1.5',
  normal: 'h-10 px-4 text-sm gap-2',
  large: 'h-12 px-6 text-base gap-2',
} as const

type Props = ComponentProps<'button'> & {
  look?: keyof typeof LOOKS
  size?: keyof typeof SIZES
  icon?: LucideIcon
  /** Draws the icon as a solid shape: play and stop. */
  filled?: boolean
  /** Work is under way: the button stays where it is and cannot be pressed again. */
  busy?: boolean
  /** Gives the look to its only child, for links that look like buttons. */
  asChild?: boolean
  children: ReactNode
}

const SHAPE =
  'inline-flex shrink-0 items-center justify-center rounded-full font-semibold whitespace-nowrap transition-[background-color,filter,color,opacity] disabled:opacity-45'

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  filled = false,
  busy = false,
  asChild,
  className,
  children,
  ...rest
}: Props) {
  const classes = clsx(SHAPE, LOOKS[look], SIZES[size], busy && 'animate-breathe', className)
  if (asChild) return <Slot.Root className={classes}>{children}</Slot.Root>
  return (
    <button type="button" {...rest} className={classes} disabled={busy || rest.disabled} aria-busy={busy || undefined}>
      {icon && <Icon icon={icon} size={18} filled={filled} />}
      {children}
    </button>
  )
}
