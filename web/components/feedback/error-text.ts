import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../lib/api/error.ts'

export type ErrorText = { what: string; kept: string | undefined }

/** Turns a failure into words. The server's own sentence goes first; it already speaks the right language. */
export function useErrorText(): (error: unknown) => ErrorText {
  const { t } = useTranslation()
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return { what: t('common.error.title'), kept: undefined }
      if (error.status === 0) return { what: t('common.error.network'), kept: t('common.error.networkHint') }
      if (error.status === 429) return { what: t('common.error.limited'), kept: error.details }
      if (error.status >= 500)
        return { what: error.message || t('common.error.server'), kept: error.details ?? t('common.error.serverHint') }
      return { what: error.message || t('common.error.title'), kept: error.details }
    },
    [t],
  )
}
