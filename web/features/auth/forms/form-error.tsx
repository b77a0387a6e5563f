import { CircleAlert } from 'lucide-react'
import type { ErrorText } from '../../../components/feedback/error-text.ts'
import { Icon } from '../../../components/media/icon.tsx'

/** What the server answered, at the head of a form; announced. */
export function FormError({ failure }: { failure: ErrorText | null }) {
  if (!failure) return null
  return (
    <div role="alert" className="flex animate-appear items-start gap-3 rounded-control bg-hover px-4 py-3 text-sm">
      <Icon icon={CircleAlert} size={18} className="mt-px shrink-0 text-danger" />
      <p className="min-w-0 text-text">
        {failure.what}
        {failure.kept && <span className="mt-0.5 block text-soft">{failure.kept}</span>}
      </p>
    </div>
  )
}
