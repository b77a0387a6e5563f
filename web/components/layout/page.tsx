import clsx from 'clsx'
import type { ReactNode } from 'react'

/** The margins of a page. `narrow` for forms and text. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <div className={clsx('mx-auto w-full px-4 pt-2 pb-12 md:px-8', narrow ? 'max-w-3xl' : 'max-w-[1720px]')}>
      {children}
    </div>
  )
}
