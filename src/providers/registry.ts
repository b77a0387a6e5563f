import type { PortName, Ports } from './ports.ts'
import type { ListedProvider, ProviderSettings, Providers } from './provider.ts'

/** Who is asked first, by question: see section "Provider spine" of the design. Others follow as they are listed. */
const ORDER: Readonly<Partial<Record<PortName, readonly string[]>>> = {
  artistSearch: ['spotify', 'deezer', 'musicbrainz', 'itunes'],
  discography: ['musicbrainz', 'deezer', 'spotify', 'itunes'],
  albumTracks: ['musicbrainz', 'spotify', 'deezer', 'itunes'],
  biography: ['lastfm', 'wikipedia', 'theaudiodb', 'discogs'],
  albumStory: ['lastfm', 'wikipedia', 'theaudiodb'],
  artistImages: ['spotify', 'deezer', 'theaudiodb', 'wikipedia'],
  coverArt: ['coverart', 'spotify', 'deezer', 'itunes', 'lastfm', 'theaudiodb'],
  genres: ['lastfm', 'musicbrainz', 'listenbrainz', 'discogs', 'deezer', 'theaudiodb'],
  similarArtists: ['lastfm', 'listenbrainz', 'deezer', 'spotify'],
  popularity: ['lastfm', 'listenbrainz', 'deezer', 'spotify'],
  topTracks: ['lastfm', 'deezer', 'listenbrainz', 'spotify'],
}

/** The providers of the server; `arrange` changes order and switches while it runs. Offline nobody is asked. */
export function createRegistry(all: readonly ListedProvider[], offline = false): Providers {
  let settings: ProviderSettings = { order: [], disabled: [] }
  const rank = (names: readonly string[], name: string) => {
    const at = names.indexOf(name)
    return at < 0 ? names.length : at
  }
  const usable = ({ name, missing }: ListedProvider) =>
    !offline && missing.length === 0 && !settings.disabled.includes(name)

  return {
    all: () => [...all].sort((a, b) => rank(settings.order, a.name) - rank(settings.order, b.name)),

    of<P extends PortName>(port: P) {
      const byQuestion = ORDER[port] ?? []
      return all
        .flatMap((provider) => {
          const { name, title, ports } = provider
          const answer = ports[port] as Ports[P] | undefined
          return answer && usable(provider) ? [{ name, title, port: answer }] : []
        })
        .sort(
          (a, b) =>
            rank(settings.order, a.name) - rank(settings.order, b.name) ||
            rank(byQuestion, a.name) - rank(byQuestion, b.name),
        )
    },

    arrange(wanted) {
      settings = wanted
    },
  }
}
