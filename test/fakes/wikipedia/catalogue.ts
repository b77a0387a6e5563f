import { oncePerWorld } from '../common/manners.ts'
import type { World, WorldAlbum, WorldArtist } from '../world/types.ts'

export type Page = Readonly<{
  title: string
  /** HTML; null: the page is a list of things of one name. */
  html: string | null
  qid: string
  description: string
}>
/** An item of Wikidata. */
export type Item = Readonly<{
  id: string
  label: string
  /** Titles by language. */
  titles: Readonly<Record<string, string>>
  /** File names on Commons. */
  files: readonly string[]
  statements: Readonly<Record<string, string>>
}>

const html = (text: string): string =>
  text.includes('<')
    ? text
    : text
        .split(/\n+/)
        .map((one) => `<p>${one.replaceAll(' & ', ' &amp; ')}</p>`)
        .join('\n')
/** Only the second artist's Spanish link leads to a list of names. */
const isAmbiguous = (artist: WorldArtist, language: string) => artist.key === 1 && language === 'es'

function artistItem(artist: WorldArtist, titleOf: (language: string) => string): Item {
  const languages = Object.keys(artist.biography)
  return {
    id: artist.wikidataId,
    label: artist.name,
    titles: Object.fromEntries(languages.map((language) => [language, titleOf(language)])),
    files: artist.key % 4 === 3 ? [] : [`${artist.name.replace(/[/\\?#]/g, '')} ${2000 + artist.key}.jpg`],
    statements: { P434: artist.mbid, P1902: artist.spotifyId, P2722: String(artist.deezerId) },
  }
}

const albumItem = (album: WorldAlbum): Item => ({
  id: `Q${700_000_000 + album.key}`,
  label: album.title,
  titles: { en: `${album.title} (album ${album.key})` },
  files: [],
  statements: { P436: album.mbid },
})

const hasPage = ({ unknownTo }: { unknownTo: readonly string[] }) => !unknownTo.includes('wikipedia')

/** Every item and page: artists with a biography, albums with a story. */
export const catalogueOf = oncePerWorld((world: World) => {
  const items = new Map<string, Item>()
  const byStatement = new Map<string, Item>()
  const pages = new Map<string, Page>()
  const redirects = new Map<string, string>()
  const add = (item: Item) => {
    items.set(item.id, item)
    for (const [property, value] of Object.entries(item.statements)) byStatement.set(`${property}=${value}`, item)
  }
  for (const artist of world.artists.filter(hasPage)) {
    const item = artistItem(artist, (language) =>
      isAmbiguous(artist, language) ? artist.name : `${artist.name} (band ${artist.key})`,
    )
    add(item)
    for (const [language, title] of Object.entries(item.titles)) {
      const text = artist.biography[language as 'en' | 'es'] ?? ''
      const page = { title, qid: item.id, description: `${artist.countryName} band`, html: html(text) }
      pages.set(`${language}/${title}`, isAmbiguous(artist, language) ? { ...page, html: null } : page)
      // The third artist's page was moved: the item still has the old title.
      if (artist.key === 2) redirects.set(`${language}/${title}`, `${title}, the`)
      if (artist.key === 2) pages.set(`${language}/${title}, the`, { ...page, title: `${title}, the` })
    }
  }
  for (const album of world.albums.filter(({ story }) => story !== null).filter(hasPage)) {
    const item = albumItem(album)
    add(item)
    const title = item.titles.en ?? ''
    pages.set(`en/${title}`, { title, qid: item.id, description: 'album', html: html(album.story ?? '') })
  }
  const third = world.artists[2]
  // Two items were one: the old id still leads to the other.
  const merged = new Map(third ? [[`Q${800_000_000 + third.key}`, third.wikidataId]] : [])
  return { items, byStatement, pages, redirects, merged }
})
export type Catalogue = ReturnType<typeof catalogueOf>
