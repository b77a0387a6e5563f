import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FolderPlus, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { EmptyState } from '../../../components/feedback/empty-state.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { meQuery } from '../../../lib/api/query.ts'

type Props = { icon: LucideIcon; title: string; text: string; add?: boolean }

/** Nothing here yet; whoever may add music is shown where. */
export function EmptyLibrary({ icon, title, text, add = false }: Props) {
  const { t } = useTranslation()
  const { data: user } = useQuery(meQuery)
  const action = add && user?.role === 'admin' && (
    <Button asChild look="primary">
      <Link to="/library">
        <Icon icon={FolderPlus} size={18} />
        {t('library.addMusic')}
      </Link>
    </Button>
  )
  return <EmptyState icon={icon} title={title} text={text} {...(action && { action })} />
}
