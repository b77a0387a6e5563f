import { useMutation } from '@tanstack/react-query'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { toast } from '../../../components/overlays/toasts.ts'
import { changeSession, deleteSession, type EmotionSession, endSession } from '../../../lib/api/emotions.ts'
import { refreshEmotions } from '../../../lib/api/query.ts'
import type { Deed } from './session-row.tsx'

type Wish = { session: EmotionSession; deed: Deed; name?: string | null }

function perform({ session, deed, name = null }: Wish): Promise<unknown> {
  const { session_id: id, recording } = session
  if (deed === 'delete') return deleteSession(id)
  if (deed === 'end') return endSession(id)
  return changeSession(id, deed === 'rename' ? { name } : { recording: !recording })
}

/** What can be done to a session; failures are said, the list is read anew either way. */
export function useSessionDeeds() {
  const errorText = useErrorText()
  return useMutation({
    mutationFn: perform,
    onError: (error) => toast(errorText(error).what, { tone: 'bad' }),
    onSettled: refreshEmotions,
  })
}
