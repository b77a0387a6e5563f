import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Ask, FoundTrack } from '../../../providers/ports.ts'
import type { TrackRow } from '../../library/contract.ts'
import type { Unavailable } from '../ask.ts'
import type { Albums } from './service.ts'

const link = (spotify: string | null | undefined) =>
  spotify ? { spotify: `https://open.spotify.com/track/${spotify}` } : {}

const keptTrack = (track: TrackRow) => ({
  id: track.spotify_id ?? String(track.id),
  local_id: track.id,
  spotify_id: track.spotify_id,
  name: track.name,
  duration_ms: track.duration_ms,
  popularity: track.popularity,
  external_urls: link(track.spotify_id),
  artists: track.artists.map(({ id, name }) => ({ id, name })),
})

const foundTrack = (track: FoundTrack) => ({
  id: track.ids.spotify ?? null,
  local_id: null,
  spotify_id: track.ids.spotify ?? null,
  name: track.title,
  duration_ms: track.durationMs ?? 0,
  popularity: track.popularity ?? 0,
  external_urls: link(track.ids.spotify),
  artists: track.credits.map(({ name }) => ({ id: null, name })),
})

/** An album as the reference shows it: from the database where it is kept, else as providers have it, unsaved. */
export async function referenceAlbum(albums: Albums, viewer: Viewer, text: string, ask: Ask) {
  const id = await albums.localId(text)
  return id === null ? outsideAlbum(albums, text, ask) : keptAlbum(albums, viewer, id, ask)
}

async function keptAlbum(albums: Albums, viewer: Viewer, id: number, ask: Ask) {
  const { album, filling, unavailable } = await albums.full(viewer, id, ask)
  return {
    id: album.spotify_id,
    local_id: album.id,
    image_path_id: album.images.length > 0 ? album.id : null,
    name: album.name,
    release_date: album.release_date,
    images: album.images,
    artists: album.artists.map(({ id: artistId, name }) => ({ id: artistId as number | null, name })),
    tracks: album.tracks.map(keptTrack),
    lastfm: { wiki: null },
    filling,
    unavailable,
  }
}

async function outsideAlbum(albums: Albums, text: string, ask: Ask) {
  const found = await albums.outside(text, ask)
  const contents = await albums.contents(found, ask)
  const { value: album } = found
  const unavailable: Unavailable[] = contents.unavailable
  return {
    id: album.ids.spotify ?? null,
    local_id: null,
    image_path_id: null,
    name: album.title,
    release_date: album.date,
    images: album.cover ? [{ url: albums.throughUs(album.cover.url) }] : [],
    artists: album.credits.map(({ name }) => ({ id: null, name })),
    tracks: (contents.found?.value.tracks ?? []).map(foundTrack),
    lastfm: { wiki: null },
    filling: false,
    unavailable,
  }
}

export async function tracksOf(albums: Albums, viewer: Viewer, text: string, ask: Ask) {
  return (await referenceAlbum(albums, viewer, text, ask)).tracks
}
