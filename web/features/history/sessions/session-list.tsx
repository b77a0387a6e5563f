import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { ErrorState } from '../../../components/feedback/error-state.tsx'
import { Confirm } from '../../../components/overlays/confirm.tsx'
import { type EmotionSession, isKept } from '../../../lib/api/emotions.ts'
import { sessionsQuery } from '../queries.ts'
import { Panel } from '../summary/panel.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { type Deed, SessionRow } from './session-row.tsx'
import { useSessionDeeds } from './use-session-deeds.ts'
import { useSessionName } from './use-session-name.ts'

type Asking = { deed: 'rename' | 'delete'; session: EmotionSession } | null
type Props = { chosen: string; onShow: (session: string) => void }

function useDeeds({ chosen, onShow }: Props) {
  const deeds = useSessionDeeds()
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const start = (session: EmotionSession, deed: Deed) => {
    if (deed === 'rename' || deed === 'delete') setAsking({ deed, session })
    else deeds.mutate({ session, deed })
  }
  const rename = (session: EmotionSession, name: string | null) =>
    deeds.mutate({ session, deed: 'rename', name }, { onSettled: close })
  const remove = (session: EmotionSession) => {
    if (session.session_id === chosen) onShow('all')
    deeds.mutate({ session, deed: 'delete' })
  }
  return { asking, close, start, rename, remove, busy: deeds.isPending }
}

/** The question or the form that a deed needs first. */
function Ask({ deeds }: { deeds: ReturnType<typeof useDeeds> }) {
  const { t } = useTranslation()
  const nameOf = useSessionName()
  const { asking, close, rename, remove, busy } = deeds
  if (asking === null) return null
  const { session, deed } = asking
  if (deed === 'rename')
    return <RenameDialog session={session} busy={busy} onName={(name) => rename(session, name)} onClose={close} />
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && close()}
      title={t('history.sessions.deleteTitle', { name: nameOf(session) })}
      description={t('history.sessions.deleteText')}
      action={t('history.sessions.delete')}
      onConfirm={() => remove(session)}
    />
  )
}

/** The sessions behind the history, with everything that can be done to them. */
export function SessionList(props: Props) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(sessionsQuery)
  const deeds = useDeeds(props)
  const sessions = query.data?.pages.flatMap((page) => page.sessions.filter(isKept)) ?? []
  return (
    <Panel title={t('history.sessions.title')} note={t('history.sessions.note')}>
      {query.isError && <ErrorState compact error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && sessions.length === 0 && <p className="text-sm text-soft">{t('history.sessions.none')}</p>}
      <ul className="-my-2 divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow
            key={session.session_id}
            session={session}
            onDeed={(deed) => deeds.start(session, deed)}
            onShow={() => props.onShow(session.session_id)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-4">
          {t('history.more')}
        </Button>
      )}
      <Ask deeds={deeds} />
    </Panel>
  )
}
