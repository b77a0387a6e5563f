import { Link, useCanGoBack, useRouter } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, Smile } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/controls/icon-button.tsx'
import { Icon } from '../../components/media/icon.tsx'
import { Tip } from '../../components/overlays/tip.tsx'
import { ActivityButton } from '../../features/runs/activity-button.tsx'
import type { User } from '../../lib/api/models.ts'
import { AccountMenu } from './account-menu.tsx'
import { SearchBox } from './search-box.tsx'

/** Back and forward, search, mood, account. */
export function TopBar({ user }: { user: User }) {
  const { t } = useTranslation()
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (
    <header className="flex h-16 shrink-0 items-center gap-2 px-4 md:px-8">
      <div className="-ml-2 flex max-md:hidden">
        <IconButton
          icon={ChevronLeft}
          label={t('common.back')}
          disabled={!canGoBack}
          onClick={() => router.history.back()}
        />
        <IconButton icon={ChevronRight} label={t('common.forward')} onClick={() => router.history.forward()} />
      </div>
      <SearchBox />
      <div className="ml-auto flex items-center gap-1">
        <ActivityButton />
        <Tip label={t('shell.readMood')} side="bottom">
          <Link
            to="/mood"
            aria-label={t('shell.readMood')}
            className="grid size-10 place-items-center rounded-full text-soft transition-colors hover:bg-hover hover:text-text max-md:hidden"
          >
            <Icon icon={Smile} />
          </Link>
        </Tip>
        <AccountMenu user={user} />
      </div>
    </header>
  )
}
