import { z } from 'zod'

export const searchShape = z.object({ query: z.object({ search: z.array(z.object({ title: z.string() })) }) })

const statement = z.object({
  rank: z.string().nullish(),
  mainsnak: z.object({ datavalue: z.object({ value: z.unknown() }).nullish() }),
})
/** PHP writes an empty list where an empty object is meant. */
const byKey = <T extends z.ZodType>(value: T) =>
  z
    .union([z.record(z.string(), value), z.array(z.unknown()).transform((): Record<string, never> => ({}))])
    .nullish()
    .transform((found) => found ?? {})
const entitySchema = z.object({
  id: z.string(),
  missing: z.string().nullish(),
  sitelinks: byKey(z.object({ title: z.string() })),
  claims: byKey(z.array(statement)),
})
export const entitiesShape = z.object({ entities: z.record(z.string(), entitySchema) })
export type Entity = z.infer<typeof entitySchema>

export const summaryShape = z.object({
  type: z.string(),
  extract: z.string().nullish(),
  extract_html: z.string().nullish(),
  content_urls: z.object({ desktop: z.object({ page: z.string() }) }).nullish(),
})

export const extractsShape = z.object({
  query: z
    .object({
      pages: z.array(
        z.object({
          title: z.string(),
          missing: z.boolean().nullish(),
          extract: z.string().nullish(),
          fullurl: z.string().nullish(),
          pageprops: z.record(z.string(), z.unknown()).nullish(),
        }),
      ),
    })
    .nullish(),
})
export type ExtractPage = NonNullable<z.infer<typeof extractsShape>['query']>['pages'][number]
