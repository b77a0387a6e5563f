import { CircleDot, CircleOff, CircleStop, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/controls/icon-button.tsx'
import { Icon } from '../../../components/media/icon.tsx'
import { Menu } from '../../../components/overlays/menu.tsx'
import type { EmotionSession } from '../../../lib/api/emotions.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { useSessionName } from './use-session-name.ts'

export type Deed = 'rename' | 'recording' | 'end' | 'delete'
type Props = { session: EmotionSession; onDeed: (deed: Deed) => void; onShow: () => void }

/** A session can be renamed, stopped being recorded, ended and deleted; ended ones only renamed and deleted. */
function useGroups({ session, onDeed }: Props) {
  const { t } = useTranslation()
  const item = (id: Deed, label: string, icon: typeof Pencil, danger = false) => ({
    id,
    label,
    icon,
    danger,
    onSelect: () => onDeed(id),
  })
  const open = session.ended_at === null
  return [
    [
      item('rename', t('history.sessions.rename'), Pencil),
      ...(open
        ? [
            session.recording
              ? item('recording', t('history.sessions.recordOff'), CircleOff)
              : item('recording', t('history.sessions.recordOn'), CircleDot),
            item('end', t('history.sessions.end'), CircleStop),
          ]
        : []),
    ],
    [item('delete', t('history.sessions.delete'), Trash2, true)],
  ]
}

export function SessionRow(props: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useSessionName()
  const { session, onShow } = props
  const name = nameOf(session)
  const groups = useGroups(props)
  const recorded = session.recording && session.ended_at === null
  const state = session.ended_at !== null ? 'ended' : session.recording ? 'recording' : 'open'
  return (
    <li className="flex min-h-14 items-center gap-3 py-2 text-sm">
      <div className="min-w-0 grow">
        <button type="button" onClick={onShow} className="max-w-full truncate rounded font-medium hover:underline">
          {name}
        </button>
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
          <span className="flex items-center gap-1">
            {recorded && <Icon icon={CircleDot} size={12} className="text-danger" />}
            {t(`history.sessions.${state}`)}
          </span>
          <span title={format.fullDate(session.last_activity_at)}>{format.ago(session.last_activity_at)}</span>
          <span className="tabular">
            {t('history.count', { count: session.detections, formatted: format.count(session.detections) })}
          </span>
        </p>
      </div>
      <Menu groups={groups}>
        <IconButton icon={MoreHorizontal} label={t('history.sessions.menu', { name })} tip={false} />
      </Menu>
    </li>
  )
}
