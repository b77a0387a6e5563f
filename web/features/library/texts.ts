import { albumsTexts } from './albums/texts.ts'
import { addTexts } from './artists/add/texts.ts'
import { artistTexts } from './artists/detail/texts.ts'
import { identityTexts } from './artists/identity/texts.ts'
import { artistsTexts } from './artists/texts.ts'
import { foldersTexts } from './folders/texts.ts'
import { gridTexts } from './grid/texts.ts'
import { provenanceTexts } from './provenance/texts.ts'
import { tracksTexts } from './tracks/texts.ts'

/** The texts of the library pages, each area beside its pages. */
export const libraryTexts = {
  en: {
    addMusic: 'Add music',
    grid: gridTexts.en,
    artists: artistsTexts.en,
    artist: artistTexts.en,
    add: addTexts.en,
    identity: identityTexts.en,
    provenance: provenanceTexts.en,
    albums: albumsTexts.en,
    tracks: tracksTexts.en,
    folders: foldersTexts.en,
  },
  es: {
    addMusic: 'Añadir música',
    grid: gridTexts.es,
    artists: artistsTexts.es,
    artist: artistTexts.es,
    add: addTexts.es,
    identity: identityTexts.es,
    provenance: provenanceTexts.es,
    albums: albumsTexts.es,
    tracks: tracksTexts.es,
    folders: foldersTexts.es,
  },
}
