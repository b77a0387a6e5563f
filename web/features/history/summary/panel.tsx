import { type ReactNode, useId } from 'react'

type Props = { title: string; note?: string; action?: ReactNode; children: ReactNode }

/** A titled sheet of the history page. */
export function Panel({ title, note, action, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-card bg-raised p-5">
      <div className="mb-4 flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {note && <p className="mt-0.5 text-sm text-faint">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
