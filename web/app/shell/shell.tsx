import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouteContext, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Player } from '../../features/player/player.tsx'
import { meQuery } from '../../lib/api/query.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

/** After a navigation the focus goes to the page, so that keyboard and screen reader are where the eyes are. */
function useFocusPage() {
  const page = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const first = useRef(path)
  useEffect(() => {
    if (first.current === path) return
    first.current = ''
    page.current?.focus({ preventScroll: true })
  }, [path])
  return page
}

/** Side bar, top bar, player and the page between them; only the page scrolls. */
export function Shell() {
  const { t } = useTranslation()
  const page = useFocusPage()
  const loaded = useRouteContext({ strict: false })
  const { data: user = loaded.user } = useQuery(meQuery)
  if (!user) return null
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto_auto] md:grid-cols-[72px_minmax(0,1fr)_auto] lg:grid-cols-[232px_minmax(0,1fr)_auto]">
      <a
        href="#page"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-full bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      <Sidebar user={user} />
      <div className="flex min-h-0 flex-col">
        <TopBar user={user} />
        <main
          ref={page}
          id="page"
          tabIndex={-1}
          data-scroll-restoration-id="page"
          className="relative min-h-0 grow overflow-x-hidden overflow-y-auto outline-none"
        >
          <Outlet />
        </main>
      </div>
      <Player />
      <BottomBar />
    </div>
  )
}
