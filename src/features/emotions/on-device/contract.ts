import { z } from 'zod'

const modelView = z.object({
  name: z.string(),
  installed: z.boolean(),
  url: z.string().describe('Where this server has it'),
  bytes: z.int(),
  sha256: z.string(),
  source: z.string().describe('Where this server gets it from'),
  license: z.string(),
})
const success = { success: z.literal(true), timestamp: z.string().describe('ISO 8601, UTC') }
export const modelsReply = z.object({ ...success, models: z.array(modelView) })

export type ModelView = z.infer<typeof modelView>
