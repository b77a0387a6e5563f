import { Link } from '@tanstack/react-router'
import clsx from 'clsx'
import { EllipsisVertical, Heart } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Menu, type MenuGroups } from '../../../components/overlays/menu.tsx'
import { slugOf } from '../../../lib/format/slug.ts'
import { useFavorite } from '../../favorites/use-favorite.ts'
import type { PlayerTrack } from '../../player/queue/track.ts'

/** Shown with the row under the pointer or holding the focus; always where there is no pointer. */
export const ON_ROW =
  'opacity-0 transition-opacity group-hover/row:opacity-100 group-focus-within/row:opacity-100 pointer-coarse:opacity-100'

/**
 * The credits, each name a link, with the words the record puts between them. Under a finger the whole row plays; the
 * way to the artist is then in the row's menu.
 */
export function Credits({ track, tabIndex }: { track: Pick<PlayerTrack, 'artists' | 'artistLine'>; tabIndex: number }) {
  if (track.artists.length === 0) return track.artistLine
  return track.artists.map((artist) => (
    <Fragment key={artist.id}>
      <Link
        to="/artists/$slug"
        params={{ slug: slugOf(artist.id, artist.name) }}
        tabIndex={tabIndex}
        className="rounded hover:text-text hover:underline pointer-coarse:pointer-events-none"
      >
        {artist.name}
      </Link>
      {artist.join}
    </Fragment>
  ))
}

export function RowHeart({ track, tabIndex }: { track: Pick<PlayerTrack, 'id' | 'favorite'>; tabIndex: number }) {
  const { t } = useTranslation()
  const { favorite, toggle } = useFavorite('track', track.id, track.favorite)
  return (
    <IconButton
      icon={Heart}
      size="small"
      label={t(favorite ? 'player.favorite.remove' : 'player.favorite.add')}
      pressed={favorite}
      filled={favorite}
      tip={false}
      tabIndex={tabIndex}
      onClick={toggle}
      className={clsx(!favorite && ON_ROW)}
    />
  )
}

type RowMenuProps = { title: string; groups: MenuGroups; tabIndex: number }

export function RowMenu({ title, groups, tabIndex }: RowMenuProps) {
  const { t } = useTranslation()
  return (
    <Menu groups={groups}>
      <IconButton
        icon={EllipsisVertical}
        label={t('player.menu.label', { title })}
        size="small"
        tip={false}
        tabIndex={tabIndex}
        className={ON_ROW}
      />
    </Menu>
  )
}
