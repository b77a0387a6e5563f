import type { LucideIcon } from 'lucide-react'

type Props = { icon: LucideIcon; size?: number; className?: string | undefined; filled?: boolean }

/** A Lucide icon in our weight; always beside or inside something that has a name. */
export function Icon({ icon: Drawing, size = 20, className, filled = false }: Props) {
  return (
    <Drawing
      size={size}
      strokeWidth={1.75}
      fill={filled ? 'currentColor' : 'none'}
      className={className}
      aria-hidden="true"
      focusable="false"
    />
  )
}
