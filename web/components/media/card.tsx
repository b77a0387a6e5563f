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
  /** Known, but not there: the art steps back. */
  dim?: boolean
  /** A word on the art's lower left corner. */
  badge?: ReactNode
}

const LINK = "rounded-control font-semibold text-text before:absolute before:inset-0 before:content-['']"

function PlayButton({ name, onPlay }: { name: string; onPlay: () => void }) {
  const { t } = useTranslation()
  return (
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
  )
}

/** Art, name and one grey line; the whole card is its link, the play button lies above it. */
export function Card({
  name,
  note,
  url,
  color,
  shape = 'square',
  link,
  onPlay,
  eager = false,
  dim = false,
  badge,
}: Props) {
  return (
    <article className="group relative rounded-card p-2 transition-colors focus-within:bg-raised hover:bg-raised">
      <div className="relative">
        <Cover
          name={name}
          url={url}
          color={color}
          size={184}
          shape={shape}
          fluid
          eager={eager}
          {...(dim && { className: 'opacity-40 saturate-50 transition-opacity group-hover:opacity-60' })}
        />
        {badge && <div className="pointer-events-none absolute bottom-2 left-2 z-10">{badge}</div>}
        {onPlay && <PlayButton name={name} onPlay={onPlay} />}
      </div>
      <div className={clsx('mt-2.5 min-w-0', shape === 'round' && 'text-center')}>
        <h3 className={clsx('truncate text-sm', dim && '[&_a]:text-soft')} title={name}>
          {link(name, LINK)}
        </h3>
        {note !== undefined && <p className="mt-0.5 truncate text-sm text-faint">{note}</p>}
      </div>
    </article>
  )
}
