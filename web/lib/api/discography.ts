import type { paths } from '../api.d.ts'
import { send } from './client.ts'

/** Artists, albums and what is missing of them, long work and providers: shapes and calls. */
export const RELEASE_TYPES = ['album', 'ep', 'single', 'live', 'compilation', 'remix', 'soundtrack', 'other'] as const
export type ReleaseType = (typeof RELEASE_TYPES)[number]
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer R } } } ? Json<R> : never
type Post<P extends keyof paths> = paths[P] extends { post: { responses: { 200: infer R } } } ? Json<R> : never

export type Run = Get<'/runs/{id}'>
export type FoundArtist = Get<'/artists/search'>[number]
export type Expansion = Post<'/artists/search-auto-download'>
export type ArtistProfile = Get<'/artists/{ref}/profile'>
export type ShownAlbum = ArtistProfile['albums'][number]
export type SimilarArtist = ArtistProfile['similar'][number]
export type Provenance = Get<'/artists/{ref}/provenance'>
export type AlbumProfile = Get<'/albums/{ref}/profile'>
export type Edition = AlbumProfile['editions'][number]
export type MissingPage = Get<'/missing'>
export type MissingItem = MissingPage['items'][number]
export type ProviderList = Get<'/providers'>
export type Provider = ProviderList['items'][number]
export type ProviderTest = Post<'/providers/{name}/test'>

type Signal = AbortSignal | undefined
type Query = Record<string, string | number | boolean | undefined>
const address = (path: string, query: Query = {}) => {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
const get = <T>(path: string, query: Query, signal: Signal) =>
  send<T>(address(path, query), { ...(signal && { signal }) })
const change = <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
  send<T>(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
const artist = (ref: string | number, deed: string) => `/artists/${encodeURIComponent(ref)}/${deed}`

export const searchArtists = (q: string, limit: number, signal?: Signal) =>
  get<FoundArtist[]>('/artists/search', { q, limit }, signal)
/** Adds an artist with its discography, and similar ones with theirs; goes on in the background. */
export const addArtist = (ref: string, similar: number) =>
  change<Expansion>('POST', address('/artists/search-auto-download', { ref, similar }))
export const readArtist = (ref: string | number, signal?: Signal) =>
  get<ArtistProfile>(artist(ref, 'profile'), {}, signal)
export const refreshArtist = (id: number) =>
  change<{ message: string; run: Run | null }>('POST', artist(id, 'refresh-data'))
export const deleteArtist = (id: number) => change<{ message: string }>('DELETE', `/artists/id/${id}`)
export type Split = { ids: { provider: string; value: string }[]; name?: string; album_ids: number[] }
export const splitArtist = (id: number, body: Split) => change<unknown>('POST', artist(id, 'split'), body)
/** `from` becomes part of `id`. */
export const mergeArtists = (id: number, from: number) => change<unknown>('POST', artist(id, 'merge'), { from })
/** `move`: also when another artist of the catalogue has it. */
export const pinId = (id: number, provider: string, value: string, move: boolean) =>
  change<unknown>('PUT', artist(id, 'ids'), { provider, value, move })

export const readProvenance = (entity: 'artist' | 'album', id: number, signal?: Signal) =>
  get<Provenance>(`/${entity}s/${id}/provenance`, {}, signal)
export const readAlbum = (id: number, signal?: Signal) => get<AlbumProfile>(`/albums/${id}/profile`, {}, signal)
export const saveAlbum = (id: number) => change<{ tracks_saved: number }>('POST', `/albums/save/${id}`)
export const deleteAlbum = (id: number) => change<{ message: string }>('DELETE', `/albums/id/${id}`)

export type MissingFilters = { types?: string | undefined; owned_artists: boolean }
export const listMissing = (filters: MissingFilters, cursor: string | undefined, limit: number, signal?: Signal) =>
  get<MissingPage>('/missing', { ...filters, cursor, limit }, signal)
/** The address of a download. */
export const missingExport = (filters: MissingFilters, format: 'csv' | 'm3u') =>
  address('/missing/export', { ...filters, format })
export const listReleases = (days: number, cursor: string | undefined, limit: number, signal?: Signal) =>
  get<MissingPage>('/new-releases', { days, cursor, limit }, signal)

export const listRuns = async (active: boolean, signal?: Signal) =>
  (await get<{ items: Run[] }>('/runs', { active }, signal)).items
export const runEvents = (id: number) => `/runs/${id}/events`
export const cancelRun = (id: number) => change<Run>('POST', `/runs/${id}/cancel`)

export const listProviders = (signal?: Signal) => get<ProviderList>('/providers', {}, signal)
export const arrangeProviders = (body: { order?: string[]; disabled?: string[] }) =>
  change<ProviderList>('PATCH', '/providers', body)
export const testProvider = (name: string) => change<ProviderTest>('POST', `/providers/${name}/test`)
