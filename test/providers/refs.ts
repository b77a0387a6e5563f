import type { AlbumRef, ArtistRef, TrackRef } from '../../src/providers/ports.ts'
import type { WorldAlbum, WorldArtist, WorldTrack } from '../fakes/world/types.ts'

/** What the product knows of things of the world when it asks about them: without ids unless they are given. */
export const artistRef = (artist: WorldArtist, ids: Record<string, string> = {}): ArtistRef => ({
  name: artist.name,
  ids,
})

export const albumRef = (album: WorldAlbum, artist: WorldArtist, ids: Record<string, string> = {}): AlbumRef => ({
  title: album.title,
  artist: artistRef(artist),
  ids,
  upc: null,
  date: album.date,
})

export const trackRef = (track: WorldTrack, artist: WorldArtist, ids: Record<string, string> = {}): TrackRef => ({
  title: track.title,
  artist: artist.name,
  album: null,
  durationMs: track.lengthMs,
  isrc: track.isrcs[0] ?? null,
  ids,
})

/** Nobody and nothing of the world is called like this. */
export const NOBODY: ArtistRef = { name: 'Zzyzx Qwfp Nobody', ids: {} }
export const NO_ALBUM: AlbumRef = { title: 'Zzyzx Qwfp', artist: NOBODY, ids: {}, upc: '0000000000000', date: '' }
export const NO_TRACK: TrackRef = {
  title: 'Zzyzx Qwfp',
  artist: 'Nobody',
  album: null,
  durationMs: null,
  isrc: null,
  ids: {},
}
