import type { FoundAlbum, FoundTrack } from '../../providers/ports.ts'

/** What only a service has, as the API shows it. */

/**
 * The address under which we show a picture of another server: the page takes pictures from our own origin only, and
 * the other server does not learn who looks. Signed, so only what services gave us is fetched.
 */
export type ThroughUs = (address: string) => string

/** A track that somebody recommends, in the shape of the reference. Nobody gives previews away since 2024. */
export function showTrack(track: FoundTrack & { album: FoundAlbum | null }, throughUs: ThroughUs) {
  const { album } = track
  return {
    id: track.ids.spotify ?? Object.entries(track.ids).map((pair) => pair.join(':'))[0] ?? track.title,
    name: track.title,
    duration_ms: track.durationMs ?? 0,
    popularity: track.popularity ?? 0,
    preview_url: null,
    artists: track.credits.map(({ name, ids }) => ({ id: ids.spotify ?? null, name })),
    album: album && {
      id: album.ids.spotify ?? null,
      name: album.title,
      images: album.cover ? [{ url: throughUs(album.cover.url) }] : [],
    },
  }
}
