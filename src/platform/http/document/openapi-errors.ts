import { ERRORS } from '../../../errors.ts'

type Operation = { security?: unknown; responses?: object }

/** A route that needs an account: the token as header or as cookie. */
export const SIGNED_IN = [{ bearer: [] }, { cookie: [] }]

/** The one envelope of `errors.ts`. */
export const errorSchema = {
  type: 'object' as const,
  required: ['success', 'timestamp', 'error'],
  properties: {
    success: { type: 'boolean' as const, enum: [false] },
    timestamp: { type: 'string' as const, format: 'date-time' },
    error: {
      type: 'object' as const,
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' as const, enum: Object.keys(ERRORS) },
        message: { type: 'string' as const },
        details: { type: 'string' as const },
      },
      additionalProperties: true,
    },
  },
}

/** Adds to every operation what guards may answer beside the route's own replies. */
export function addRefusals(paths: object): void {
  for (const item of Object.values(paths)) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      operation.responses = { ...operation.responses, ...refusalsOf(operation) }
    }
  }
}

function refusalsOf(operation: Operation): object {
  return {
    ...(operation.security !== undefined && {
      401: refusal('Nobody is signed in, or the token is not valid'),
      403: refusal('Not allowed to this user'),
    }),
    429: refusal('Too many requests; `retry_after` says in how many seconds to come back'),
    default: refusal('Any other failure'),
  }
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})
