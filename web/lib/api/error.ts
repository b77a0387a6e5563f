/** What the server says when it refuses: the envelope of every error. */
type Envelope = { error?: { code?: unknown; message?: unknown; details?: unknown } }

/** A failed request. `status` 0 and code `NETWORK` mean that no answer came at all. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: string | undefined

  constructor(status: number, code: string, message: string, details?: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.details = details
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads the envelope of a failed reply; anything else (a proxy's page, nothing) becomes a plain error of its status. */
export function apiErrorFrom(status: number, body: unknown): ApiError {
  const error = (typeof body === 'object' && body !== null ? (body as Envelope).error : undefined) ?? {}
  return new ApiError(status, text(error.code) ?? `HTTP_${status}`, text(error.message) ?? '', text(error.details))
}

/** Whether the session is gone, so that only signing in again helps. A wrong password is not that. */
export const endsSession = (error: unknown): boolean =>
  error instanceof ApiError && ['INVALID_TOKEN', 'AUTH_REQUIRED', 'NO_USERS'].includes(error.code)

/** A second try helps against a dropped line or a restarting server, not against a refusal. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502)
