import { queryOptions } from '@tanstack/react-query'
import { send } from '../../../lib/api/client.ts'
import { queryClient } from '../../../lib/api/query.ts'

/** A service that collects listenings, and my account there. */
export type Service = {
  service: string
  title: string
  /** false: switched off on this server. */
  available: boolean
  connect: 'token' | 'sign-in'
  /** null: not connected. */
  account: string | null
  state: 'active' | 'refused' | null
  note: string | null
  waiting: number
  last_sent_at: string | null
}

const MINUTE = 60_000
const KEY = ['scrobbling']
const json = (method: string, body: object): RequestInit => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

export const servicesQuery = queryOptions({
  queryKey: KEY,
  queryFn: async ({ signal }) => (await send<{ items: Service[] }>('/scrobbling', { signal })).items,
  // What waits changes while it is looked at; signing in happens in another tab.
  staleTime: 0,
  refetchInterval: MINUTE,
  refetchOnWindowFocus: 'always',
})

/** Where to sign in. The service leads back to this page. */
export const signInQuery = (service: string) =>
  queryOptions({
    queryKey: ['scrobbling-sign-in', service],
    queryFn: async ({ signal }) => {
      const callback = `${location.origin}/settings/scrobbling?service=${service}`
      return (await send<{ url: string }>(`/scrobbling/${service}/sign-in`, { ...json('POST', { callback }), signal }))
        .url
    },
  })

export const connectWithToken = (service: string, token: string) =>
  send<Service>(`/scrobbling/${service}`, json('PUT', { token }))
export const finishSignIn = (service: string, token: string) =>
  send<Service>(`/scrobbling/${service}/callback`, json('POST', { token }))
export const disconnect = (service: string) => send<unknown>(`/scrobbling/${service}`, { method: 'DELETE' })

export const refreshServices = () => queryClient.invalidateQueries({ queryKey: KEY })
