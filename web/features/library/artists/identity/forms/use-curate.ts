import { useMutation } from '@tanstack/react-query'
import { toast } from '../../../../../components/overlays/toasts.ts'
import { refreshCatalogue } from '../../../../../lib/api/query.ts'
import { refreshRuns } from '../../../../runs/queries.ts'
import { useTell } from '../../../folders/use-tell.ts'

/** A change to who is who: says that it is done and reads everything again, or says why not. */
export function useCurate(change: () => Promise<unknown>, { said, onDone }: { said: string; onDone: () => void }) {
  const tell = useTell()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      toast(said)
      onDone()
      void Promise.all([refreshCatalogue(), refreshRuns()])
    },
    onError: tell,
  })
}
