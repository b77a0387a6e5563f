import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The place of the picture. It has one shape in all its states, so that nothing around it moves. */
export function Frame({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={clsx(
        'relative grid aspect-[4/3] w-full place-items-center overflow-hidden rounded-card bg-raised max-md:aspect-[4/5]',
        className,
      )}
    >
      {children}
    </div>
  )
}
