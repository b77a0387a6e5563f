import { useMutation } from '@tanstack/react-query'
import { toast } from '../../../../../components/overlays/toasts.ts'
import { ApiError } from '../../../../../lib/api/error.ts'
import { refreshCatalogue } from '../../../../../lib/api/query.ts'
import { refreshRuns } from '../../../../runs/queries.ts'
import { useTell } from '../../../folders/use-tell.ts'

type Options = {
  said: string
  onDone: () => void /** Another row is in the way: the form asks what to do. */
  onConflict?: () => void
}

/** A change to who is who: says that it is done and reads everything again, or says why not. */
export function useCurate(change: () => Promise<unknown>, { said, onDone, onConflict }: Options) {
  const tell = useTell()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      toast(said)
      onDone()
      void Promise.all([refreshCatalogue(), refreshRuns()])
    },
    onError: (error) =>
      onConflict && error instanceof ApiError && error.code === 'CONFLICT' ? onConflict() : tell(error),
  })
}
