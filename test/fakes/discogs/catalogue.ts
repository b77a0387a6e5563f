import type { World, WorldAlbum, WorldArtist, WorldEdition } from '../world/types.ts'

type Line = Readonly<{ title: string; all: string; artist: string; name: string }>
export type Release = Readonly<{ id: number; edition: WorldEdition; album: WorldAlbum }>

const fold = (text: string) => text.normalize('NFC').toLowerCase().trim()
/** Editions of one album have neighbouring numbers. */
const STEP = 20
const FIRST_RELEASE = 10_000_000

/** The world by Discogs' numbers; artists of one name are told apart by "(2)". */
export function catalogueOf(world: World) {
  const known = (one: { unknownTo: readonly string[] }) => !one.unknownTo.includes('discogs')
  const artists = new Map(world.artists.filter(known).map((artist) => [artist.discogsId, artist]))
  const masters = new Map(world.albums.filter(known).map((album) => [album.discogsMaster, album]))
  const releases = new Map<number, Release>()
  const titles = new Map<number, string>()
  const times = new Map<string, number>()
  for (const artist of artists.values()) {
    const time = (times.get(fold(artist.name)) ?? 0) + 1
    times.set(fold(artist.name), time)
    titles.set(artist.key, time === 1 ? artist.name : `${artist.name} (${time})`)
  }
  for (const album of masters.values())
    for (const [at, edition] of album.editions.entries()) {
      const id = FIRST_RELEASE + album.key * STEP + at
      releases.set(id, { id, edition, album })
    }
  const byBarcode = new Map<string, Release[]>()
  const nameOf = (artist: WorldArtist) => titles.get(artist.key) ?? artist.name
  const titleOf = (album: WorldAlbum) => {
    const credits = album.credits.map(({ artist, name, joinPhrase }) => {
      const one = world.artists[artist]
      return (one ? nameOf(one) : name) + joinPhrase
    })
    return `${credits.join('')} - ${album.title}`
  }
  // Folded once: a search looks at thousands of them.
  const lines = new Map<number, Line>()
  for (const album of masters.values()) {
    const title = titleOf(album)
    lines.set(album.key, {
      title,
      all: fold(title),
      artist: fold(title.split(' - ')[0] ?? ''),
      name: fold(album.title),
    })
  }
  for (const release of releases.values()) {
    const list = byBarcode.get(release.edition.barcode) ?? []
    byBarcode.set(release.edition.barcode, [...list, release])
  }
  return { artists, masters, releases, byBarcode, lines, nameOf, fold }
}
export type Catalogue = ReturnType<typeof catalogueOf>
