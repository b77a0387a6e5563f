import { queryOptions } from '@tanstack/react-query'
import { client, ok } from '../../../lib/api/client.ts'
import { readArtist } from '../../../lib/api/discography.ts'
import type { ArtistsQuery } from '../../../lib/api/models.ts'
import { queryClient } from '../../../lib/api/query.ts'
import { fromOverview, fromTrackRow, type PlayerTrack } from '../../player/queue/track.ts'

const PAGE = 60

export const loadArtists = (query: ArtistsQuery) => (cursor: string | undefined, signal: AbortSignal) =>
  ok(client.GET('/artists/', { params: { query: { ...query, limit: PAGE, ...(cursor && { cursor }) } }, signal }))

export const hiddenQuery = queryOptions({
  queryKey: ['artists', 'hidden'],
  queryFn: async ({ signal }) => (await ok(client.GET('/artists/hidden', { signal }))).items,
})

/** Everything of the artist's page. */
export const profileQuery = (id: number) =>
  queryOptions({ queryKey: ['artists', id, 'profile'], queryFn: ({ signal }) => readArtist(id, signal) })

/** Some tracks by their ids, in that order; those that are gone are left out. */
export const tracksQuery = (ids: readonly number[]) =>
  queryOptions({
    queryKey: ['tracks', 'rows', ids],
    enabled: ids.length > 0,
    queryFn: async ({ signal }) =>
      (await ok(client.GET('/tracks/', { params: { query: { ids: ids.join(',') } }, signal }))).items,
  })

const discographyQuery = (id: number) =>
  queryOptions({
    queryKey: ['artists', id, 'discography'],
    queryFn: ({ signal }) => ok(client.GET('/artists/id/{id}/discography', { params: { path: { id } }, signal })),
  })

const FOUND = 200

/** Every track that names the artist, also on the records of others. A search by name, cut down to the artist. */
export const creditsQuery = (id: number, name: string | undefined) =>
  queryOptions({
    queryKey: ['artists', id, 'credits', name],
    enabled: name !== undefined,
    queryFn: async ({ signal }) => {
      const query = { search: name ?? '', limit: FOUND, include_summary: 'false' } as const
      const { items } = await ok(client.GET('/tracks/overview', { params: { query }, signal }))
      return items.filter((item) => item.artists.some((artist) => artist.id === id))
    },
  })

/** What can be played of an artist: own records first, else the tracks on records of others. */
export async function artistTracks(id: number): Promise<PlayerTrack[]> {
  const { artist, albums } = await queryClient.fetchQuery(discographyQuery(id))
  const own = albums.flatMap((album) => album.tracks).map(fromTrackRow)
  const tracks = own.length > 0 ? own : (await queryClient.fetchQuery(creditsQuery(id, artist.name))).map(fromOverview)
  return tracks.filter((track) => track.streamUrl !== null)
}
