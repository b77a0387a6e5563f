import { z } from 'zod'

const text = z.string().nullish()
const number = z.number().nullish()
const id = z.number().int()

const artist = z.object({ id, name: z.string(), picture_xl: text, nb_fan: number })
const contributor = z.object({ id, name: z.string(), role: text })
const album = z.object({
  id,
  title: z.string(),
  record_type: text,
  release_date: text,
  cover_xl: text,
  genre_id: number,
  fans: number,
  artist: z.object({ id, name: z.string() }).nullish(),
})
export const fullAlbum = album.extend({
  upc: text,
  label: text,
  nb_tracks: number,
  genres: z.object({ data: z.array(z.object({ name: z.string() })) }).nullish(),
  contributors: z.array(contributor).nullish(),
})
export const track = z.object({
  id,
  title: z.string(),
  isrc: text,
  /** Seconds. */
  duration: number,
  track_position: number,
  disk_number: number,
  /** 0 to 1 000 000. */
  rank: number,
  explicit_lyrics: z.boolean().nullish(),
  artist: z.object({ id, name: z.string() }).nullish(),
  contributors: z.array(contributor).nullish(),
  album: z.object({ id }).nullish(),
})
const genre = z.object({ id, name: z.string() })

/** A page of a list; `next` is absent on the last one. */
const pageOf = <T extends z.ZodType>(row: T) => z.object({ data: z.array(row), next: text })

export type Artist = z.infer<typeof artist>
export type Album = z.infer<typeof album>
export type FullAlbum = z.infer<typeof fullAlbum>
export type Track = z.infer<typeof track>
export type Contributor = z.infer<typeof contributor>

export const artists = pageOf(artist)
export const albums = pageOf(album)
export const tracks = pageOf(track)
export const genres = pageOf(genre)
