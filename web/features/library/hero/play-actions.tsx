import clsx from 'clsx'
import { EllipsisVertical, Play, Shuffle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Menu, type MenuGroups } from '../../../components/overlays/menu.tsx'

type Props = {
  name: string
  disabled?: boolean
  /** There is nothing to play: only heart and menu. */
  silent?: boolean
  onPlay: () => void
  onShuffle: () => void
  heart: ReactNode
  menu: MenuGroups
}

/** Play, shuffle, heart and menu in one line, also on a phone. */
export function PlayActions({ name, disabled = false, silent = false, onPlay, onShuffle, heart, menu }: Props) {
  const { t } = useTranslation()
  return (
    <div className={clsx('mt-6 flex items-center gap-2 max-md:justify-center', silent && 'md:-ml-3')}>
      {!silent && (
        <>
          <Button look="primary" size="large" icon={Play} disabled={disabled} onClick={onPlay}>
            {t('common.play')}
          </Button>
          <Button size="large" icon={Shuffle} disabled={disabled} onClick={onShuffle} className="max-md:hidden">
            {t('common.shuffle')}
          </Button>
          <IconButton
            icon={Shuffle}
            size="large"
            label={t('common.shuffle')}
            disabled={disabled}
            onClick={onShuffle}
            className="md:hidden"
          />
        </>
      )}
      {heart}
      <Menu groups={menu} align="start">
        <IconButton icon={EllipsisVertical} label={t('library.albums.menu', { name })} size="large" />
      </Menu>
    </div>
  )
}
