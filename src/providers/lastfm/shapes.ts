import { z } from 'zod'

/*
 * Last.fm turns XML into JSON: one element is an object instead of a list, an empty container is "" or missing, numbers
 * are mostly texts. What these give goes through them again unchanged, because kept answers are checked again.
 */

/** A list that may come as one object, as "", as null, or not at all. */
export const listOf = <T>(item: z.ZodType<T>) =>
  z.preprocess((value) => {
    if (Array.isArray(value)) return value
    return typeof value === 'object' && value !== null ? [value] : []
  }, z.array(item))

/** An object that may come as "", as [] or as null: then it is `undefined`. */
export const maybe = <T>(shape: z.ZodType<T>) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined),
    shape.optional(),
  )

/** "120345", 120345, "", null: a number, or null. */
export const count = z.preprocess((value) => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}, z.number().nullable())

/** A text; what is no text is an empty one. */
export const words = z.preprocess((value) => (typeof value === 'string' ? value : ''), z.string())

const image = z.object({ '#text': words, size: words })
const prose = z.object({ published: words, summary: words, content: words })
const tag = z.object({ name: words, count })

export const artistInfo = z.object({
  artist: z.object({
    name: words,
    mbid: words,
    url: words,
    stats: maybe(z.object({ listeners: count, playcount: count })),
    bio: maybe(prose),
  }),
})
export const trackInfo = z.object({ track: z.object({ name: words, listeners: count, playcount: count }) })
export const albumInfo = z.object({
  album: z.object({ name: words, artist: words, url: words, image: listOf(image), wiki: maybe(prose) }),
})
export const similarArtists = z.object({
  similarartists: maybe(z.object({ artist: listOf(z.object({ name: words, mbid: words, match: count })) })),
})
const topTrack = z.object({ name: words, artist: maybe(z.object({ name: words, mbid: words })) })
export const topTracks = z.object({ toptracks: maybe(z.object({ track: listOf(topTrack) })) })
export const topTags = z.object({ toptags: maybe(z.object({ tag: listOf(tag) })) })
export const anything = z.object({})
