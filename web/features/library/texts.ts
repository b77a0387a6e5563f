import { albumsTexts } from './albums/texts.ts'
import { artistsTexts } from './artists/texts.ts'
import { foldersTexts } from './folders/texts.ts'
import { gridTexts } from './grid/texts.ts'
import { tracksTexts } from './tracks/texts.ts'

/** The texts of the library pages, each area beside its pages. */
export const libraryTexts = {
  en: {
    addMusic: 'Add music',
    grid: gridTexts.en,
    artists: artistsTexts.en,
    albums: albumsTexts.en,
    tracks: tracksTexts.en,
    folders: foldersTexts.en,
  },
  es: {
    addMusic: 'Añadir música',
    grid: gridTexts.es,
    artists: artistsTexts.es,
    albums: albumsTexts.es,
    tracks: tracksTexts.es,
    folders: foldersTexts.es,
  },
}
