import type { paths } from '../api.d.ts'

/** The shapes pages talk about, named once, taken from the server's own description. */
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Get<P extends keyof paths> = paths[P] extends { get: { responses: { 200: infer R } } } ? Json<R> : never
type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never

export type User = Get<'/auth/me'>
type AuthStatus = Get<'/auth/status'>
export type Registration = AuthStatus['registration']
export type Invite = Get<'/users/invites'>['items'][number]

export type ArtistRow = Get<'/artists/id/{id}'>
export type AlbumRow = Get<'/albums/'>['items'][number]
export type AlbumDetail = Get<'/albums/id/{id}'>
export type TrackRow = Get<'/tracks/id/{id}'>
export type TrackLyrics = Get<'/tracks/id/{id}/lyrics'>
export type OverviewItem = Get<'/tracks/recently-added'>['items'][number]
export type OverviewPage = Get<'/tracks/overview'>
export type Discography = Get<'/artists/id/{id}/discography'>
export type Credit = TrackRow['artists'][number]

export type ArtistsQuery = Query<'/artists/'>
export type AlbumsQuery = Query<'/albums/'>
export type OverviewQuery = Query<'/tracks/overview'>

export type Folder = Get<'/library/folders'>['items'][number]
export type Scan = Get<'/library/scans/{id}'>
export type Browse = Get<'/library/browse'>
export type DemoState = Get<'/library/demo'>
