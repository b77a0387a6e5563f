import type { AlbumContents, AlbumRef, ArtistRef, Ask } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import { type Answered, askEvery, askFirst, distinct, type First, noting, type Unavailable } from '../ask.ts'
import { type FoldedAlbum, foldAlbums } from './fold-albums.ts'

export type Collected = {
  albums: FoldedAlbum[]
  unavailable: Unavailable[]
  /** The first provider answered, with something or nothing: the list is as long as it gets. */
  complete: boolean
}

/**
 * The whole discography: providers that are quick to ask are asked at once and folded into one list; the slow ones
 * only when nobody else knew anything.
 */
export async function collectAlbums(providers: Pick<Providers, 'of'>, artist: ArtistRef, ask: Ask): Promise<Collected> {
  const all = providers.of('discography')
  const quick = all.filter(({ port }) => !port.slow)
  const listed = await askEvery(quick, ask, (port, ask) => port.albums(artist, ask))
  const answers = [...listed.answers]
  const unavailable = [...listed.unavailable]
  if (answers.length === 0) {
    const slow = all.filter(({ port }) => port.slow)
    const other = await askFirst(slow, ask, (port, ask) => port.albums(artist, ask))
    if (other.found) answers.push(other.found)
    unavailable.push(...other.unavailable)
  }
  const complete = !listed.unavailable.some(({ provider }) => provider === quick[0]?.title)
  return { albums: foldAlbums(answers), unavailable: distinct(unavailable), complete }
}

/** What is on one album: the first provider that has its tracks. */
export function albumContents(
  providers: Pick<Providers, 'of'>,
  album: AlbumRef,
  ask: Ask,
): Promise<First<AlbumContents>> {
  return askFirst(providers.of('albumTracks'), ask, async (port, ask) => {
    const contents = await port.contents(album, ask)
    return contents && contents.tracks.length > 0 ? contents : null
  })
}

/** Pages of contents of many albums at once, from providers that have them so; a failing one ends quietly with its reason. */
export async function* contentsInBulk(
  providers: Pick<Providers, 'of'>,
  artist: ArtistRef,
  ask: Ask,
): AsyncGenerator<Answered<readonly AlbumContents[]> | Unavailable> {
  for (const { name, title, port } of providers.of('albumTracks')) {
    if (!port.contentsOfArtist || !artist.ids[name]) continue
    const stale: Unavailable[] = []
    const pages = port.contentsOfArtist(artist, noting(ask, title, stale))[Symbol.asyncIterator]()
    for (;;) {
      const page = await askFirst([{ name, title, port }], ask, async () => {
        const { value, done } = await pages.next()
        return done ? null : value
      })
      yield* [...page.unavailable, ...stale.splice(0)]
      if (!page.found) break
      yield page.found
    }
  }
}
