import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/media/icon.tsx'
import { Logo } from '../../components/media/logo.tsx'
import { Tip } from '../../components/overlays/tip.tsx'
import type { User } from '../../lib/api/models.ts'
import { useMedia } from '../../lib/hooks/use-media.ts'
import { ADMIN_NAV, NAV, type NavItem } from './nav-items.ts'

function Item({ item, narrow }: { item: NavItem; narrow: boolean }) {
  const { t } = useTranslation()
  const name = t(`shell.nav.${item.id}`)
  const link = (
    <Link
      to={item.to}
      activeOptions={{ exact: item.to === '/', includeSearch: false }}
      aria-label={name}
      className="group flex h-10 items-center gap-3 rounded-control px-3 text-sm font-medium text-soft transition-colors hover:bg-hover hover:text-text max-lg:justify-center max-lg:px-0 data-[status=active]:bg-hover data-[status=active]:text-text"
    >
      <Icon icon={item.icon} className="shrink-0 group-data-[status=active]:text-accent-text" />
      <span className="truncate max-lg:hidden">{name}</span>
    </Link>
  )
  return (
    <li>
      {narrow ? (
        <Tip label={name} side="right">
          {link}
        </Tip>
      ) : (
        link
      )}
    </li>
  )
}

/** The places of the app; icons only under 1100 px. */
export function Sidebar({ user }: { user: User }) {
  const { t } = useTranslation()
  const narrow = useMedia('(width < 1100px)')
  return (
    <nav aria-label={t('shell.mainNavigation')} className="hidden flex-col overflow-y-auto bg-raised px-3 pb-4 md:flex">
      <Link
        to="/"
        aria-label="Animo"
        className="mb-2 flex h-16 shrink-0 items-center gap-2.5 px-2.5 max-lg:justify-center max-lg:px-0"
      >
        <Logo />
        <span className="display text-lg max-lg:hidden">Animo</span>
      </Link>
      <ul className="flex flex-col gap-0.5">
        {NAV.map((item) => (
          <Item key={item.id} item={item} narrow={narrow} />
        ))}
      </ul>
      {user.role === 'admin' && (
        <ul className="mt-3 flex flex-col gap-0.5 border-t border-line pt-3">
          {ADMIN_NAV.map((item) => (
            <Item key={item.id} item={item} narrow={narrow} />
          ))}
        </ul>
      )}
    </nav>
  )
}
