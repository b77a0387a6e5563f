import { z } from 'zod'

const text = z.string().nullish().catch(undefined)
const image = z.object({ type: text, uri: text, width: z.number().nullish(), height: z.number().nullish() })
const images = z.array(image).nullish().catch(undefined)

export const artist = z.object({ id: z.number(), name: z.string(), profile: text, uri: text, images })
export const master = z.object({ id: z.number(), title: z.string(), images })
const result = z.object({
  id: z.number(),
  type: text,
  /** "Night Ferry - Harbour Lights" of albums, the name of artists. */
  title: z.string(),
  style: z.array(z.string()).nullish().catch(undefined),
  cover_image: text,
})
export type Result = z.infer<typeof result>
export const results = z.object({ results: z.array(result) })
export const anything = z.object({})
