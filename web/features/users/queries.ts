import { queryOptions, useMutation } from '@tanstack/react-query'
import { useErrorText } from '../../components/feedback/error-text.ts'
import { toast } from '../../components/overlays/toasts.ts'
import { client, ok } from '../../lib/api/client.ts'
import { queryClient } from '../../lib/api/query.ts'

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async ({ signal }) => (await ok(client.GET('/users', { signal }))).items,
})
export const invitesQuery = queryOptions({
  queryKey: ['users', 'invites'],
  queryFn: async ({ signal }) => (await ok(client.GET('/users/invites', { signal }))).items,
})

/** A change to accounts or invitations: says what it did, or why not, and reads the lists again. */
export function useUserChange<V, R>(change: (value: V) => Promise<R>, said: (value: V) => string | null) {
  const errorText = useErrorText()
  return useMutation({
    mutationFn: change,
    onSuccess: (_result, value) => {
      const words = said(value)
      if (words !== null) toast(words)
      void queryClient.invalidateQueries({ queryKey: ['users'] })
    },
    onError: (error) => {
      const { what, kept } = errorText(error)
      toast(kept ? `${what}. ${kept}` : what, { tone: 'bad' })
    },
  })
}
