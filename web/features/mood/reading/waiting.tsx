import { useTranslation } from 'react-i18next'
import { Skeleton } from '../../../components/feedback/skeleton.tsx'

const BARS = [1, 2, 3, 4, 5, 6, 7]

/** The verdict while the picture is read. */
export function Waiting() {
  const { t } = useTranslation()
  return (
    <div>
      <p role="status" className="sr-only">
        {t('mood.reading')}
      </p>
      <div className="flex items-center gap-6">
        <Skeleton round className="size-28" />
        <div>
          <Skeleton className="h-4 w-24" />
          <Skeleton className="mt-3 h-9 w-44" />
        </div>
      </div>
      <Skeleton className="mt-6 h-12 w-72 rounded-full" />
      <div className="mt-7 space-y-4">
        {BARS.map((bar) => (
          <Skeleton key={bar} className="h-3.5" />
        ))}
      </div>
    </div>
  )
}
