import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Heart } from '../../favorites/heart.tsx'
import { type FavoriteType, useFavorite } from '../../favorites/use-favorite.ts'

const QUIET = 'opacity-0 transition-opacity group-hover/card:opacity-100 focus-within:opacity-100 pointer-coarse:hidden'

type Props = { type: FavoriteType; id: number; favorite: boolean; children?: ReactNode }

/** What can be done with a card, over its upper corners: shown on hover and focus. A heart that is set stays. */
export function CardActions({ type, id, favorite: loaded, children }: Props) {
  const { favorite } = useFavorite(type, id, loaded)
  return (
    <>
      <div className={clsx('absolute top-3 right-3 z-10', favorite ? 'opacity-100' : QUIET)}>
        <Heart type={type} id={id} favorite={loaded} size="small" className="bg-page/85" />
      </div>
      {children && <div className={clsx('absolute top-3 left-3 z-10', QUIET)}>{children}</div>}
    </>
  )
}
