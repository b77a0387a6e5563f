import { z } from 'zod'

/*
 * Fields that apps in development mode do not get (popularity, followers, label) are optional. Entries of lists may
 * be null. What these give goes through them again unchanged, because kept answers are checked again.
 */
const entries = <T>(item: z.ZodType<T>) =>
  z.preprocess((list) => (Array.isArray(list) ? list.filter((entry) => entry !== null) : list), z.array(item))
const optional = <T>(shape: z.ZodType<T>) => shape.nullish().catch(undefined)

const size = z.number().nullish()
const image = z.object({ url: z.url({ protocol: /^https?$/ }), width: size, height: size })
const images = z.array(image).nullish().catch([])
const credit = z.object({ id: z.string().nullable(), name: z.string() })
const externalIds = optional(z.object({ isrc: optional(z.string()), upc: optional(z.string()) }))

const page = <T>(item: z.ZodType<T>) =>
  z.object({ items: entries(item), next: z.string().nullish(), limit: z.number().catch(0), total: z.number().catch(0) })

export const artist = z.object({
  id: z.string().min(1),
  name: z.string(),
  genres: optional(z.array(z.string())),
  images,
  popularity: optional(z.number()),
  followers: optional(z.object({ total: z.number() })),
})
export type Artist = z.infer<typeof artist>

const simpleAlbum = z.object({
  id: z.string().min(1),
  name: z.string(),
  album_type: optional(z.string()),
  artists: entries(credit).catch([]),
  images,
  release_date: optional(z.string()),
  release_date_precision: optional(z.string()),
  total_tracks: optional(z.number()),
})
export type SimpleAlbum = z.infer<typeof simpleAlbum>

const simpleTrack = z.object({
  /** null: a local file in a list. */
  id: z.string().nullable(),
  name: z.string(),
  artists: entries(credit).catch([]),
  disc_number: z.number().int().catch(1),
  track_number: optional(z.number().int()),
  duration_ms: optional(z.number()),
  explicit: optional(z.boolean()),
})
export type SimpleTrack = z.infer<typeof simpleTrack>
export const trackPage = page(simpleTrack)

export const album = z.object({
  ...simpleAlbum.shape,
  genres: optional(z.array(z.string())),
  label: optional(z.string()),
  external_ids: externalIds,
  tracks: trackPage,
})
export type Album = z.infer<typeof album>

export const track = z.object({
  ...simpleTrack.shape,
  album: optional(simpleAlbum),
  external_ids: externalIds,
  popularity: optional(z.number()),
})
export type Track = z.infer<typeof track>

export const artistResults = z.object({ artists: page(artist) })
export const albumResults = z.object({ albums: page(simpleAlbum) })
export const trackResults = z.object({ tracks: page(track) })
export const albumPage = page(simpleAlbum)
export const artistList = z.object({ artists: entries(artist) })
export const trackList = z.object({ tracks: entries(track) })

const feature = optional(z.number())
export const audioFeatures = z.object({
  audio_features: entries(
    z.object({
      id: z.string(),
      valence: feature,
      energy: feature,
      danceability: feature,
      acousticness: feature,
      instrumentalness: feature,
      tempo: feature,
      loudness: feature,
    }),
  ),
})
export type AudioFeature = z.infer<typeof audioFeatures>['audio_features'][number]
