import { CardSkeleton, Skeleton } from '../../../../components/feedback/skeleton.tsx'
import { RowsSkeleton } from '../../track-list/rows-skeleton.tsx'

/** The page of an artist before it is there. */
export function ArtistSkeleton() {
  return (
    <div aria-hidden="true" className="mx-auto max-w-[1720px] px-4 md:px-8">
      <div className="flex items-end gap-8 pt-10 pb-8 max-md:flex-col max-md:items-center max-md:gap-5 max-md:pt-6">
        <Skeleton round className="size-56 max-md:size-44" />
        <div className="grow max-md:w-full">
          <Skeleton className="h-12 w-2/3 max-w-lg max-md:mx-auto" />
          <Skeleton className="mt-5 h-4 w-40 max-md:mx-auto" />
          <Skeleton className="mt-6 h-12 w-72 rounded-full max-md:mx-auto" />
        </div>
      </div>
      <RowsSkeleton rows={5} cover />
      <div className="-mx-2 mt-10 grid grid-cols-[repeat(auto-fill,minmax(min(168px,45%),1fr))]">
        {[1, 2, 3, 4, 5].map((card) => (
          <CardSkeleton key={card} />
        ))}
      </div>
    </div>
  )
}
