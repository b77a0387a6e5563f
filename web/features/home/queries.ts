import { queryOptions } from '@tanstack/react-query'
import { client, ok } from '../../lib/api/client.ts'
import { readLast } from '../../lib/api/emotions.ts'
import { distinct } from './greeting.ts'

const IN_A_ROW = 18
const MOST = 50

export const playsQuery = queryOptions({
  queryKey: ['home', 'plays', 'recent'],
  queryFn: async ({ signal }) => {
    const { items } = await ok(client.GET('/tracks/recent-plays', { params: { query: { limit: MOST } }, signal }))
    return distinct(items).slice(0, IN_A_ROW)
  },
})

/** Albums, not tracks: fifty tracks of one new record would be one cover fifty times. */
export const addedQuery = queryOptions({
  queryKey: ['home', 'added'],
  queryFn: async ({ signal }) =>
    (
      await ok(
        client.GET('/albums/', { params: { query: { order: 'recent', owned: 'true', limit: IN_A_ROW } }, signal }),
      )
    ).items,
})

export const mostQuery = queryOptions({
  queryKey: ['home', 'plays', 'most'],
  queryFn: async ({ signal }) =>
    (await ok(client.GET('/tracks/most-played', { params: { query: { limit: IN_A_ROW } }, signal }))).items,
})

export const favoritesQuery = queryOptions({
  queryKey: ['home', 'favorites'],
  queryFn: async ({ signal }) => {
    const query = { filter: 'favorites', include_summary: 'false', limit: IN_A_ROW } as const
    return (await ok(client.GET('/tracks/overview', { params: { query }, signal }))).items
  },
})

/** What the face showed last, where the person keeps a history. */
export const lastEmotionQuery = queryOptions({
  queryKey: ['emotions', 'last'],
  queryFn: ({ signal }) => readLast(signal),
})
