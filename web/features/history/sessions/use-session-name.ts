import type { EmotionSession } from '../../../lib/api/emotions.ts'
import { useRegion } from '../../../lib/hooks/use-region.ts'

/** What a session is called: its name, else when it was. */
export function useSessionName() {
  const when = new Intl.DateTimeFormat(useRegion(), { dateStyle: 'medium', timeStyle: 'short' })
  return ({ name, created_at: created }: Pick<EmotionSession, 'name' | 'created_at'>) =>
    name ?? when.format(new Date(created))
}
