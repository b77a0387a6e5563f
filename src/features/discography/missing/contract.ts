import { z } from 'zod'
import { localId } from '../../library/contract.ts'
import { RELEASE_TYPES, shownAlbum } from '../artists/contract.ts'

const types = z
  .string()
  .max(200)
  .optional()
  .transform((text) => text?.split(',').map((part) => part.trim()))
  .pipe(z.array(z.enum(RELEASE_TYPES)).optional())
const page = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(2000).optional() }
const filters = {
  artist_id: localId.optional(),
  /** Comma list of release types; none: all. */
  types,
  /** Only artists of whom something is owned. */
  owned_artists: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true'),
}
export const missingQuery = z.object({ ...filters, ...page })
export const exportQuery = z.object({ ...filters, format: z.enum(['csv', 'm3u']).default('csv') })
const item = shownAlbum.extend({
  artist_id: z.number().nullable(),
  artist_name: z.string(),
  label: z.string().nullable(),
  musicbrainz_id: z.string().nullable(),
})
/** Newest first: albums of which nothing or only a part is owned. */
export const missingPage = z.object({
  items: z.array(item),
  total: z.number().describe('Albums on all pages together'),
  next_cursor: z.string().nullable(),
})
export const releasesQuery = z.object({ days: z.coerce.number().int().min(1).max(365).default(30), ...page })
export const releasesPage = z.object({ items: z.array(item), next_cursor: z.string().nullable() })
export type MissingItem = z.infer<typeof item>
export type MissingQuery = z.infer<typeof missingQuery>
