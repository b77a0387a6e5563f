import clsx from 'clsx'

/** The shape of what is coming. */
export function Skeleton({ className, round = false }: { className?: string; round?: boolean }) {
  return (
    <div
      aria-hidden="true"
      className={clsx('animate-breathe bg-hover', round ? 'rounded-full' : 'rounded-control', className)}
    />
  )
}

/** Cards that are coming: same size as `Card`. */
export function CardSkeleton({ round = false }: { round?: boolean }) {
  return (
    <div className="p-2">
      <Skeleton round={round} className="aspect-square w-full" />
      <Skeleton className={clsx('mt-3 h-3.5 w-3/4', round && 'mx-auto')} />
      <Skeleton className={clsx('mt-2.5 h-3 w-1/2', round && 'mx-auto')} />
    </div>
  )
}
