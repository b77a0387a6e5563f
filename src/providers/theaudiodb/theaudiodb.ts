import { normalizeName } from '../../platform/lib/normalize.ts'
import type { ProviderDeps } from '../deps.ts'
import type { AlbumStory, ArtistImages, Biography, CoverArt, Genre, Genres, Picture } from '../ports.ts'
import type { Provider } from '../provider.ts'
import { proseOf } from './prose.ts'
import { createReads, examine, type Reads } from './reads.ts'
import type { Artist } from './shapes.ts'

const WEBSITE = 'https://www.theaudiodb.com'
/** A style is narrower and less often right than the genre. */
const STYLE_WEIGHT = 0.7

/** TheAudioDB: texts and pictures by MusicBrainz id. The free key 123 shows one record an answer. */
export function createTheaudiodb({ config, upstream: factory }: ProviderDeps): Provider {
  const upstream = factory({
    name: 'theaudiodb',
    title: 'TheAudioDB',
    baseUrl: config.THEAUDIODB_BASE_URL,
    limits: { everyMs: 2500, concurrency: 1, timeoutMs: 10_000, retries: 2 },
    examine,
  })
  const reads = createReads(upstream, config.THEAUDIODB_API_KEY)
  const ports = createPorts(reads)
  return {
    name: 'theaudiodb',
    title: 'TheAudioDB',
    website: WEBSITE,
    attribution: 'Texts and pictures from TheAudioDB.com',
    missing: [],
    upstream,
    ports: { biography: ports, artistImages: ports, genres: ports, albumStory: ports, coverArt: ports },
    probe: reads.probe,
  }
}

function createPorts(reads: Reads): Biography & ArtistImages & Genres & AlbumStory & CoverArt {
  return {
    async biography(artist, languages, ask) {
      const found = await reads.artist(artist, ask)
      return found && proseOf(found, 'strBiography', languages, pageOf('artist', found.idArtist))
    },

    async images(artist, ask) {
      return picturesOf((await reads.artist(artist, ask))?.strArtistThumb)
    },

    async genres(artist, ask) {
      const found = await reads.artist(artist, ask)
      return found ? genresOf(found) : []
    },

    async story(album, languages, ask) {
      const found = await reads.album(album, ask)
      return found && proseOf(found, 'strDescription', languages, pageOf('album', found.idAlbum))
    },

    async covers(album, ask) {
      return picturesOf((await reads.album(album, ask))?.strAlbumThumb)
    },
  }
}

const pageOf = (kind: string, id: string | null | undefined) =>
  id ? `${WEBSITE}/${kind}/${encodeURIComponent(id)}` : null

const picturesOf = (url: string | null | undefined): Picture[] =>
  url && URL.canParse(url) ? [{ url, width: null, height: null }] : []

function genresOf({ strGenre, strStyle }: Artist): Genre[] {
  const names = [strGenre, strStyle].flatMap((name) => name?.trim() || [])
  const different = names.filter((name, at) => at === 0 || normalizeName(name) !== normalizeName(names[0] ?? ''))
  return different.map((name, at) => ({ name, weight: at === 0 ? 1 : STYLE_WEIGHT }))
}
