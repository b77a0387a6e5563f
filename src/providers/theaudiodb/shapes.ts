import { z } from 'zod'

const text = z.string().nullish()
/** Descriptions come in fields by language ("strBiographyES"), so the others stay. */
const artist = z.looseObject({
  idArtist: text,
  strArtist: text,
  strGenre: text,
  strStyle: text,
  strArtistThumb: text,
})
const album = z.looseObject({
  idAlbum: text,
  strAlbum: text,
  strArtist: text,
  strAlbumThumb: text,
})
export const artists = z.object({ artists: z.array(artist).nullable() })
export const albums = z.object({ album: z.array(album).nullable() })

export type Artist = z.infer<typeof artist>
export type Album = z.infer<typeof album>
