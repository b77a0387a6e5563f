import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../../components/feedback/error-text.ts'
import { toast } from '../../../components/overlays/toasts.ts'
import { ApiError } from '../../../lib/api/error.ts'
import { refreshServices, type Service } from './queries.ts'

/** A way to connect a service: says what it did and reads the list again. */
export function useConnect(connect: (text: string) => Promise<Service>) {
  const { t } = useTranslation()
  return useMutation({
    mutationFn: connect,
    onSuccess: async ({ title, account }) => {
      toast(t('scrobbling.connected', { service: title, account: account ?? '' }))
      await refreshServices()
    },
  })
}

/** What went wrong: the details name the service and say whether the token or the line is to blame. */
export function useTrouble() {
  const errorText = useErrorText()
  return (error: unknown) => (error instanceof ApiError && error.details) || errorText(error).what
}
