import type { Ids } from '../ports.ts'
import type { ArtistShape } from './shapes.ts'

type Page = Readonly<{ host: RegExp; path: RegExp; url(id: string): string }>

/** Artist pages of services, and what their addresses say. The form of `url` is the one that MusicBrainz keeps. */
const PAGES: Readonly<Record<string, Page>> = {
  spotify: {
    host: /^open\.spotify\.com$/,
    path: /^\/(?:intl-\w+\/)?artist\/([0-9A-Za-z]{22})$/,
    url: (id) => `https://open.spotify.com/artist/${id}`,
  },
  deezer: {
    host: /^(www\.)?deezer\.com$/,
    path: /^\/(?:\w\w\/)?artist\/(\d+)$/,
    url: (id) => `https://www.deezer.com/artist/${id}`,
  },
  discogs: {
    host: /^(www\.)?discogs\.com$/,
    path: /^\/artist\/(\d+)/,
    url: (id) => `https://www.discogs.com/artist/${id}`,
  },
  wikidata: {
    host: /^(www\.)?wikidata\.org$/,
    path: /^\/(?:wiki|entity)\/(Q\d+)$/,
    url: (id) => `https://www.wikidata.org/wiki/${id}`,
  },
  itunes: {
    host: /^(music|itunes)\.apple\.com$/,
    path: /^\/(?:\w\w\/)?artist\/(?:[^/]+\/)?(?:id)?(\d+)$/,
    url: (id) => `https://music.apple.com/us/artist/${id}`,
  },
  lastfm: {
    host: /^(www\.)?last\.fm$/,
    path: /^\/music\/([^/]+)$/,
    url: (id) => `https://www.last.fm/music/${id}`,
  },
}

/** Which artist of which service an address shows. */
function artistAt(url: string): { service: string; id: string; page: Page } | null {
  if (!URL.canParse(url)) return null
  const { hostname, pathname } = new URL(url)
  for (const [service, page] of Object.entries(PAGES)) {
    const id = page.host.test(hostname) ? page.path.exec(pathname.replace(/\/$/, ''))?.[1] : undefined
    if (id) return { service, id, page }
  }
  return null
}

/** An address as MusicBrainz writes it, for those services that it knows in one form. */
export function canonicalUrl(url: string): string {
  const found = artistAt(url)
  return found ? found.page.url(found.id) : url
}

type Link = Readonly<{ kind: string; url: string }>
const MOST_LINKS = 100

/** Addresses of an artist that hold today. */
export function linksOf(artist: ArtistShape): Link[] {
  return artist.relations
    .flatMap(({ type, ended, url }) =>
      url && !ended && /^https?:\/\//.test(url.resource) ? [{ kind: type, url: url.resource }] : [],
    )
    .slice(0, MOST_LINKS)
}

/** Ids at other services; where an artist has two pages at one service, the first counts. */
export function idsOf(links: readonly Link[]): Ids {
  const ids: Record<string, string> = {}
  for (const { url } of links) {
    const found = artistAt(url)
    if (found) ids[found.service] ??= found.service === 'lastfm' ? nameIn(found.id) : found.id
  }
  return ids
}

/** Last.fm has names instead of ids: `Night+Ferry`. */
function nameIn(part: string): string {
  const spaced = part.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
