import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/controls/button.tsx'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { Confirm } from '../../../components/overlays/confirm.tsx'
import { toast } from '../../../components/overlays/toasts.ts'
import { eraseHistory, type HistoryScope } from '../../../lib/api/emotions.ts'
import { refreshEmotions } from '../../../lib/api/query.ts'
import { useFormat } from '../../../lib/hooks/use-format.ts'
import { Panel } from '../summary/panel.tsx'
import { Retention } from './retention.tsx'

type What = 'period' | 'all'

/** Erases what the page shows, or everything. */
function Erase({ scope }: { scope: HistoryScope }) {
  const { t } = useTranslation()
  const format = useFormat()
  const errorText = useErrorText()
  const [asking, setAsking] = useState<What | null>(null)
  const erase = useMutation({
    mutationFn: (what: What) => eraseHistory(what === 'all' ? { session: 'all' } : scope),
    onSuccess: ({ deleted: { detections: count } }) =>
      toast(t('history.erased', { count, formatted: format.count(count) })),
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
    onSettled: refreshEmotions,
  })
  return (
    <div className="flex flex-wrap gap-2">
      {(['period', 'all'] as const).map((what) => (
        <Button key={what} look="danger" icon={Trash2} busy={erase.isPending} onClick={() => setAsking(what)}>
          {t(`history.erase.${what}`)}
        </Button>
      ))}
      <Confirm
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t(`history.erase.${asking ?? 'period'}Title`)}
        description={t('history.erase.text')}
        action={t(`history.erase.${asking ?? 'period'}`)}
        onConfirm={() => asking && erase.mutate(asking)}
      />
    </div>
  )
}

/** How long the history is kept, and the way to be rid of it. */
export function KeepPanel({ scope }: { scope: HistoryScope }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('history.keep.title')} note={t('history.keep.note')}>
      <div className="space-y-5">
        <Retention />
        <Erase scope={scope} />
      </div>
    </Panel>
  )
}
