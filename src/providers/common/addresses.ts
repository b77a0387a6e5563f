import type { Ids } from '../ports.ts'

const ARTIST_PAGES: ReadonlyMap<string, (id: string) => string> = new Map(
  Object.entries({
    spotify: (id: string) => `https://open.spotify.com/artist/${id}`,
    deezer: (id: string) => `https://www.deezer.com/artist/${id}`,
    discogs: (id: string) => `https://www.discogs.com/artist/${id}`,
    musicbrainz: (id: string) => `https://musicbrainz.org/artist/${id}`,
  }),
)

/** The addresses under which services show an artist: other services know them by these. */
export function artistPages(ids: Ids): string[] {
  return Object.entries(ids).flatMap(([provider, id]) => ARTIST_PAGES.get(provider)?.(id) ?? [])
}

/** The provider whose ids look like this: a UUID is of MusicBrainz, 22 letters and digits of Spotify. */
export function providerOfId(text: string): string | null {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return 'musicbrainz'
  return /^[0-9A-Za-z]{22}$/.test(text) ? 'spotify' : null
}
