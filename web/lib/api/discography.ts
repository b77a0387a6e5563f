import { send } from './client.ts'
import type { AlbumDetail, ArtistRow } from './models.ts'

/** Artists, albums and what is missing of them, long work and providers: shapes and calls. */
export const RELEASE_TYPES = ['album', 'ep', 'single', 'live', 'compilation', 'remix', 'soundtrack', 'other'] as const
export type ReleaseType = (typeof RELEASE_TYPES)[number]
type Image = { url: string }

export type Run = {
  id: number
  kind: 'expansion' | 'discography' | 'refresh' | 'genres' | 'missing' | 'releases'
  title: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  steps_total: number
  steps_done: number
  steps_failed: number
  /** 0 to 100. */
  percentage: number
  artists: number
  albums: number
  tracks: number
  current: string | null
  note: string | null
  artist_id: number | null
  cancellable: boolean
  created_at: string
  started_at: string | null
  finished_at: string | null
}
export type Unavailable = { provider: string; reason: string }
export type FoundArtist = {
  id: string | null
  local_id: number | null
  musicbrainz_id: string | null
  ref: string
  name: string
  disambiguation: string
  images: Image[]
  followers: { total: number }
  popularity: number
  genres: string[]
  sources: string[]
  catalogued: boolean
}
export type Expansion = {
  artists: FoundArtist[]
  main_artist_processed: { id: number; name: string } | null
  library_expansion: Run | null
  message?: string
  unavailable: Unavailable[]
}
export type ShownAlbum = {
  id: number
  name: string
  release_date: string
  release_type: ReleaseType
  images: Image[]
  cover_color: string | null
  total_tracks: number
  owned_tracks: number
  state: 'owned' | 'partly' | 'missing'
  is_favorite: boolean
}
export type Counts = { known: number; owned: number; partly: number; missing: number }
export type SimilarArtist = {
  id: number | null
  name: string
  ref: string
  score: number
  images: Image[]
  source: string
}
export type ArtistProfile = {
  artist: ArtistRow & {
    disambiguation: string
    kind: string | null
    country: string | null
    begin_date: string
    end_date: string
    bio_url: string | null
    listeners: number | null
    playcount: number | null
    links: { kind: string; url: string }[]
    ids: Record<string, string>
    catalogued: boolean
  }
  ownership: Record<'all' | ReleaseType, Counts>
  albums: ShownAlbum[]
  tracks: { known: number; owned: number }
  similar: SimilarArtist[]
  popular_tracks: number[]
  stale: boolean
  run: Run | null
}
export type Provenance = {
  entity: 'artist' | 'album' | 'track'
  id: number
  fields: {
    field: string
    provider: string
    title: string
    attribution: string
    score: number | null
    fetched_at: string
  }[]
  ids: { provider: string; value: string; pinned: boolean }[]
}
export type Edition = {
  id: string
  provider: string
  title: string
  release_date: string
  country: string | null
  format: string | null
  label: string | null
  upc: string | null
  track_count: number | null
  status: string | null
}
export type AlbumProfile = AlbumDetail & {
  disambiguation: string
  catalogued: boolean
  story: string | null
  story_url: string | null
  editions: Edition[]
  ids: Record<string, string>
  owned_tracks: number
  filling: boolean
  unavailable: Unavailable[]
}
export type MissingItem = ShownAlbum & {
  artist_id: number | null
  artist_name: string
  label: string | null
  musicbrainz_id: string | null
}
export type MissingPage = { items: MissingItem[]; next_cursor: string | null }
export type Provider = {
  name: string
  title: string
  website: string
  attribution: string
  gives: string[]
  enabled: boolean
  state: 'ready' | 'resting' | 'off' | 'needs_key' | 'refused' | 'offline'
  message: string | null
  missing: string[]
  blocked_until: string | null
  last_error: string | null
  last_error_at: string | null
  last_success_at: string | null
  unable: { family: string; reason: string; since: string }[]
  usage: { family: string; calls: number; failures: number; budget: number | null }[]
}
export type ProviderList = { items: Provider[]; offline: boolean }
export type ProviderTest = { ok: boolean; milliseconds: number; message: string }

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
export const pinId = (id: number, provider: string, value: string) =>
  change<unknown>('PUT', artist(id, 'ids'), { provider, value })

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
export const readRun = (id: number, signal?: Signal) => get<Run>(`/runs/${id}`, {}, signal)
export const runEvents = (id: number) => `/runs/${id}/events`
export const cancelRun = (id: number) => change<Run>('POST', `/runs/${id}/cancel`)

export const listProviders = (signal?: Signal) => get<ProviderList>('/providers', {}, signal)
export const arrangeProviders = (body: { order?: string[]; disabled?: string[] }) =>
  change<ProviderList>('PATCH', '/providers', body)
export const testProvider = (name: string) => change<ProviderTest>('POST', `/providers/${name}/test`)
