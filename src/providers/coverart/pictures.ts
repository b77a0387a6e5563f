import { z } from 'zod'
import type { Picture } from '../ports.ts'

const url = z.string().nullish()
export const imagesShape = z.object({
  images: z.array(
    z.object({
      front: z.boolean().nullish(),
      approved: z.boolean().nullish(),
      image: z.string(),
      thumbnails: z
        .object({ '1200': url, '500': url, '250': url, large: url })
        .nullish()
        .transform((thumbnails) => thumbnails ?? {}),
    }),
  ),
})
export type Images = z.infer<typeof imagesShape>

/**
 * The archive still writes `http:` into its answers. Its own addresses get the protocol that it is asked by, all others
 * `https:`.
 */
export function secured(address: string, baseUrl: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol)) return null
  const base = new URL(baseUrl)
  url.protocol = url.host === base.host ? base.protocol : 'https:'
  return url.href
}

/** Front covers, approved ones first, 1200 pixels where that exists: originals may be tens of megabytes. */
export function picturesOf({ images }: Images, baseUrl: string): Picture[] {
  return images
    .filter(({ front }) => front)
    .sort((a, b) => Number(b.approved ?? false) - Number(a.approved ?? false))
    .flatMap(({ thumbnails, image }) => {
      const size = thumbnails['1200'] ? 1200 : null
      const best = secured(thumbnails['1200'] ?? thumbnails['500'] ?? thumbnails.large ?? image, baseUrl)
      return best ? [{ url: best, width: size, height: size }] : []
    })
}
