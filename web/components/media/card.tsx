import clsx from 'clsx'
import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Cover } from './cover.tsx'
import { Icon } from './icon.tsx'

type Props = {
  name: string
  /** The one grey line. */
  note?: ReactNode
  url: string | undefined
  color?: string | null
  shape?: 'square' | 'round'
  /** Wraps the whole card in its link. */
  link: (children: ReactNode, className: string) => ReactNode
  /** Shows the play button on hover; left out where nothing can be played. */
  onPlay?: () => void
  eager?: boolean
}

const LINK = "rounded-control font-semibold text-text before:absolute before:inset-0 before:content-['']"

/** Art, name and one grey line; the whole card is its link, the play button lies above it. */
export function Card({ name, note, url, color, shape = 'square', link, onPlay, eager = false }: Props) {
  const { t } = useTranslation()
  return (
    <article className="group relative rounded-card p-2 transition-colors focus-within:bg-raised hover:bg-raised">
      <div className="relative">
        <Cover name={name} url={url} color={color} size={184} shape={shape} fluid eager={eager} />
        {onPlay && (
          <button
            type="button"
            aria-label={t('common.playName', { name })}
            onClick={onPlay}
            className={clsx(
              'absolute right-2 bottom-2 z-10 grid size-11 translate-y-1 place-items-center rounded-full bg-accent text-on-accent opacity-0 transition-[opacity,transform,filter]',
              'group-hover:translate-y-0 group-hover:opacity-100 hover:brightness-110 focus-visible:translate-y-0 focus-visible:opacity-100 pointer-coarse:hidden',
            )}
          >
            <Icon icon={Play} filled className="translate-x-px" />
          </button>
        )}
      </div>
      <div className={clsx('mt-2.5 min-w-0', shape === 'round' && 'text-center')}>
        <h3 className="truncate text-sm" title={name}>
          {link(name, LINK)}
        </h3>
        {note !== undefined && <p className="mt-0.5 truncate text-sm text-faint">{note}</p>}
      </div>
    </article>
  )
}
