import { z } from 'zod'

const count = z.number().nullish()

export const similarShape = z.array(z.object({ artist_mbid: z.string(), name: z.string(), score: z.number() }))
export const artistCountsShape = z.array(
  z.object({ artist_mbid: z.string(), total_listen_count: count, total_user_count: count }),
)
export const recordingCountsShape = z.array(
  z.object({ recording_mbid: z.string(), total_listen_count: count, total_user_count: count }),
)
export const metadataShape = z.array(
  z.object({
    artist_mbid: z.string(),
    tag: z
      .object({
        artist: z.array(z.object({ tag: z.string(), count: z.number(), genre_mbid: z.string().nullish() })).nullish(),
      })
      .nullish(),
  }),
)
export const topRecordingsShape = z.array(
  z.object({
    recording_mbid: z.string(),
    recording_name: z.string(),
    artist_name: z.string(),
    artists: z
      .array(z.object({ artist_credit_name: z.string(), artist_mbid: z.string(), join_phrase: z.string().nullish() }))
      .nullish(),
    length: z.number().nullish(),
  }),
)
export const tokenShape = z.object({
  valid: z.boolean(),
  user_name: z.string().nullish(),
  message: z.string().nullish(),
})
export const submittedShape = z.object({ status: z.string() })
