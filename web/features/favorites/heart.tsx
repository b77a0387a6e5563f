import { Heart as HeartIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/controls/icon-button.tsx'
import type { FavoriteType } from './changed.ts'
import { useFavorite } from './use-favorite.ts'

type Props = {
  type: FavoriteType
  id: number
  favorite: boolean
  size?: 'small' | 'normal' | 'large'
  className?: string
}

/** The heart of a track, an album or an artist; `favorite` is what its list said. */
export function Heart({ type, id, favorite: loaded, size = 'normal', className }: Props) {
  const { t } = useTranslation()
  const { favorite, toggle } = useFavorite(type, id, loaded)
  return (
    <IconButton
      icon={HeartIcon}
      label={t(favorite ? 'player.favorite.remove' : 'player.favorite.add')}
      size={size}
      pressed={favorite}
      filled={favorite}
      onClick={toggle}
      {...(className && { className })}
    />
  )
}
