import { webAddress } from '../common/web-address.ts'
import type { AlbumRef, AlbumStory, Ask, CoverArt, Picture } from '../ports.ts'
import { KEEP, type Read } from './call.ts'
import { languagesOf, proseOf } from './prose.ts'
import { albumInfo } from './shapes.ts'

/** The grey star, which means "no picture". */
const PLACEHOLDER = '2a96cbd8b46e442fc41c2b86b821562f'
const WIDTHS = new Map(Object.entries({ small: 34, medium: 64, large: 174, extralarge: 300, mega: 300 }))
const BEST_FIRST = ['mega', 'extralarge', 'large', 'medium', 'small']

const infoOf = (read: Read, album: AlbumRef, lang: string, ask: Ask) => {
  const query = { artist: album.artist.name, album: album.title, autocorrect: 1, lang }
  return read({ method: 'album.getInfo', query, schema: albumInfo, keep: KEEP.bio }, ask)
}

export const storyOf = (read: Read): AlbumStory => ({
  async story(album, languages, ask) {
    for (const language of languagesOf(languages)) {
      const found = await infoOf(read, album, language, ask)
      if (!found) return null
      const prose = proseOf(found.album.wiki, language, found.album.url)
      if (prose) return prose
    }
    return null
  },
})

/** The largest picture, before it the same in full size, which Last.fm gives under an address of the same form. */
export const coversOf = (read: Read): CoverArt => ({
  async covers(album, ask) {
    const found = await infoOf(read, album, 'en', ask)
    const images = (found?.album.image ?? []).filter(
      ({ '#text': url }) => webAddress(url) && !url.includes(PLACEHOLDER),
    )
    const best = BEST_FIRST.flatMap((size) => images.filter((image) => image.size === size))[0] ?? images[0]
    if (!best) return []
    const side = WIDTHS.get(best.size) ?? null
    const given: Picture = { url: best['#text'], width: side, height: side }
    const full = given.url.replace(/\/i\/u\/(?:\d+s|\d+x\d+)\//, '/i/u/770x0/')
    return full === given.url ? [given] : [{ url: full, width: 770, height: null }, given]
  },
})
