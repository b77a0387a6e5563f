import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/media/icon.tsx'
import { NAV } from './nav-items.ts'

const PLACES = 5

/** The five places on a phone; the history is reached from the Mood page. */
export function BottomBar() {
  const { t } = useTranslation()
  return (
    <nav
      aria-label={t('shell.mainNavigation')}
      className="border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid h-14 grid-cols-5">
        {NAV.slice(0, PLACES).map((item) => (
          <li key={item.id} className="min-w-0">
            <Link
              to={item.to}
              activeOptions={{ exact: item.to === '/', includeSearch: false }}
              className="flex h-full flex-col items-center justify-center gap-1 text-soft -outline-offset-2 data-[status=active]:text-accent-text"
            >
              <Icon icon={item.icon} size={22} />
              <span className="max-w-full truncate px-1 text-xs font-medium">{t(`shell.nav.${item.id}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
