import { useTranslation } from 'react-i18next'
import type { EmotionSession } from '../../../lib/api/emotions.ts'

/** What a session is called: its name, else when it was. */
export function useSessionName() {
  const { i18n } = useTranslation()
  const when = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return ({ name, created_at: created }: Pick<EmotionSession, 'name' | 'created_at'>) =>
    name ?? when.format(new Date(created))
}
