import { type ReactNode, useId } from 'react'

/** A titled block of a settings page: what it is about on the left, its controls on the right. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-t border-line py-8 first:border-t-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1.6fr)]"
    >
      <div>
        <h2 id={id} className="text-base font-semibold text-text">
          {title}
        </h2>
        {text && <p className="mt-1 text-sm text-faint">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
