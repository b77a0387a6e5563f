import { Skeleton } from '../../../components/feedback/skeleton.tsx'

/** Track rows that are coming, as high as the real ones. */
export function RowsSkeleton({ rows, cover = false }: { rows: number; cover?: boolean }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <div key={index} className="flex h-14 items-center gap-3 px-2">
          <Skeleton className="size-5" />
          {cover && <Skeleton className="size-10" />}
          <div className="grow">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="mt-2 h-3 w-1/4" />
          </div>
          <Skeleton className="h-3.5 w-10" />
        </div>
      ))}
    </div>
  )
}
