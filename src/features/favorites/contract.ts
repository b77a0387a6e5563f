import { z } from 'zod'
import { localId } from '../library/contract.ts'

const targetType = z.enum(['artist', 'album', 'track'])
export const targetParams = z.object({ target_type: targetType, target_id: localId })
/** The token decides whose favourites they are; another `user_id` is refused. */
export const ownerQuery = z.object({ user_id: localId.optional() })
export const listQuery = ownerQuery.extend({
  target_type: targetType.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  /** The id of the last favourite of the page before. */
  after_id: localId.optional(),
})
export const favoriteRow = z.object({
  id: z.number(),
  user_id: z.number(),
  target_type: targetType,
  artist_id: z.number().nullable(),
  album_id: z.number().nullable(),
  track_id: z.number().nullable(),
  created_at: z.string(),
})
export const added = z.object({ message: z.string(), favorite: favoriteRow })
/** `id`: an entry is known by its artist. */
const hiddenRow = z.object({
  id: z.number(),
  user_id: z.number(),
  artist_id: z.number(),
  created_at: z.string(),
})
export const hidden = z.object({ message: z.string(), hidden: hiddenRow })
export const message = z.object({ message: z.string() })

export type ListQuery = z.infer<typeof listQuery>
export type TargetType = z.infer<typeof targetType>
