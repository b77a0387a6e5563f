import { z } from 'zod'

/** Absent and null are the same to us. */
const text = z.string().nullish()
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])

const named = z.object({ name: z.string(), count: z.number().nullish() })
const creditShape = z.object({
  name: z.string(),
  joinphrase: text,
  artist: z.object({ id: z.string(), name: z.string() }),
})

export const artistShape = z.object({
  id: z.string(),
  name: z.string(),
  'sort-name': text,
  type: text,
  country: text,
  disambiguation: text,
  score: z.coerce.number().nullish(),
  'life-span': z.object({ begin: text, end: text }).nullish(),
  aliases: list(z.object({ name: z.string() })),
  genres: list(named),
  tags: list(named),
  relations: list(
    z.object({
      type: z.string(),
      ended: z.boolean().nullish(),
      'target-type': text,
      url: z.object({ resource: z.string() }).nullish(),
    }),
  ),
})
export const artistListShape = z.object({ artists: z.array(artistShape) })
/** What is known of an address. */
export const urlShape = z.object({
  relations: list(z.object({ artist: z.object({ id: z.string() }).nullish() })),
})

export const groupShape = z.object({
  id: z.string(),
  title: z.string(),
  disambiguation: text,
  'first-release-date': text,
  'primary-type': text,
  'secondary-types': list(z.string()),
  'artist-credit': list(creditShape),
  genres: list(named),
})
export const groupListShape = z.object({
  'release-group-count': z.number(),
  'release-groups': z.array(groupShape),
})

const recordingShape = z.object({
  id: z.string(),
  title: z.string(),
  length: z.number().nullish(),
  isrcs: list(z.string()),
  'artist-credit': list(creditShape),
})
const trackShape = z.object({
  title: z.string(),
  position: z.number().nullish(),
  length: z.number().nullish(),
  'artist-credit': list(creditShape),
  recording: recordingShape.nullish(),
})
const mediumShape = z.object({
  position: z.number().nullish(),
  format: text,
  'track-count': z.number().nullish(),
  tracks: list(trackShape),
})
export const releaseShape = z.object({
  id: z.string(),
  title: z.string(),
  status: text,
  date: text,
  country: text,
  barcode: text,
  disambiguation: text,
  'artist-credit': list(creditShape),
  'label-info': list(z.object({ label: z.object({ name: z.string() }).nullish() })),
  'release-group': groupShape.nullish(),
  media: list(mediumShape),
})
export const releaseListShape = z.object({ 'release-count': z.number(), releases: z.array(releaseShape) })
export const recordingDetailsShape = recordingShape.extend({ releases: list(releaseShape) })
export const isrcShape = z.object({ recordings: z.array(recordingShape) })

export type ArtistShape = z.infer<typeof artistShape>
export type CreditShape = z.infer<typeof creditShape>
export type GroupShape = z.infer<typeof groupShape>
export type TrackShape = z.infer<typeof trackShape>
export type RecordingShape = z.infer<typeof recordingShape>
export type ReleaseShape = z.infer<typeof releaseShape>
