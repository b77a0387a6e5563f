import { z } from 'zod'

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')

export const lyricsQuery = z.object({
  refresh: flag.describe('Ask the providers again, although something is known'),
  local: flag.describe('Ask nobody: what is in files and what was kept'),
})

/** As `UpstreamProblem`; `off` also means that no provider of lyrics is switched on. */
const problem = z.enum(['off', 'unable', 'busy', 'budget', 'refused', 'unreachable', 'timeout', 'failed', 'broken'])

export const lyricsReply = z.object({
  track_id: z.number(),
  source: z.string().nullable().describe('`embedded`, `sidecar` or the name of a provider such as `lrclib`'),
  source_title: z.string().nullable().describe('The name of the provider as people write it'),
  instrumental: z.boolean(),
  plain: z.string().nullable(),
  lines: z.array(z.object({ at_ms: z.number().int(), text: z.string() })).nullable(),
  fetched_at: z.string().nullable().describe('When a provider was asked; null for words of a file'),
  unavailable: problem.nullable().describe('Why a provider that was wanted could not be asked'),
})

export type LyricsQuery = z.infer<typeof lyricsQuery>
export type LyricsReply = z.infer<typeof lyricsReply>
export type LyricsProblem = z.infer<typeof problem>
