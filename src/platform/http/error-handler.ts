import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, type ZodFastifySchemaValidationError } from 'fastify-type-provider-zod'
import { AppError, type ErrorCode } from '../../errors.ts'
import { REFUSED_HEADERS } from './guards/security.ts'
import { languageOf } from './language.ts'

/** Failures of Fastify and its plugins that are the caller's doing, by their code. */
const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'REQUEST_TOO_LARGE',
  FST_REQ_FILE_TOO_LARGE: 'IMAGE_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MISSING_PARAMETER',
  FST_ERR_CTP_INVALID_JSON_BODY: 'INVALID_PARAMETER',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'INVALID_PARAMETER',
  FST_ERR_BAD_URL: 'INVALID_PARAMETER',
  FST_ERR_MAX_PARAM_LENGTH: 'INVALID_PARAMETER',
  // Text that Postgres cannot keep: it has a NUL in it.
  '22021': 'INVALID_PARAMETER',
  '22P05': 'INVALID_PARAMETER',
}
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID_PARAMETER',
  401: 'AUTH_REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'REQUEST_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  416: 'RANGE_NOT_SATISFIABLE',
  503: 'SERVICE_UNAVAILABLE',
}

/** Every failure leaves as the one envelope; what the caller must not see goes to the log, once. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = toAppError(error, request)
    // That a service cannot be asked is told once, where it is noticed: here it is an answer like any other.
    const told = known.code === 'SERVICE_UNAVAILABLE' && error instanceof AppError && error.cause === undefined
    if (told)
      request.log.info({ reason: known.toBody('en').error.details }, 'request refused: a service is unavailable')
    else if (known.status >= 500) request.log.error({ err: error }, 'request failed')
    return sendError(known, request, reply)
  })
}

/** What the router refuses before any hook runs: an address that is no address. */
export function refuseRequest(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...REFUSED_HEADERS, 'x-request-id': request.id })
  try {
    request.server.countRefused?.(request, reply)
    sendError(toAppError(error, request), request, reply)
  } catch (full) {
    sendError(toAppError(full as FastifyError, request), request, reply)
  }
}

/** Sends an error in the caller's language, with the headers that belong to it. */
export function sendError(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  if (error.status === 401) reply.header('www-authenticate', 'Bearer')
  if (typeof error.extras.retry_after === 'number') reply.header('retry-after', error.extras.retry_after)
  return reply
    .code(error.status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('content-language', language)
    .serializer(JSON.stringify)
    .send(error.toBody(language))
}

function toAppError(error: FastifyError, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  if (hasZodFastifySchemaValidationErrors(error))
    return fromValidation(error.validation, inputOf(request, error.validationContext))
  const status = error.statusCode ?? 500
  const code =
    BY_CODE[error.code] ??
    BY_CODE[codeOf(error.cause)] ??
    (status < 500 || status === 503 ? BY_STATUS[status] : undefined)
  if (code) return new AppError(code, { cause: error })
  return new AppError(status < 500 ? 'INVALID_PARAMETER' : 'INTERNAL_ERROR', { cause: error })
}

/** The code of a driver's error that a query error wraps. */
function codeOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}

function inputOf(request: FastifyRequest, part: FastifyError['validationContext']): unknown {
  if (part === 'querystring') return request.query
  return part === 'params' || part === 'headers' ? request[part] : request.body
}

/** Names the first offending field; a field, or a whole body, that is not there at all is a missing one. */
function fromValidation(issues: readonly ZodFastifySchemaValidationError[], input: unknown): AppError {
  const paths = issues.map((issue) => issue.instancePath.split('/').filter(Boolean))
  const fields = issues.map((issue, i) => ({
    field: paths[i]?.join('.') ?? '',
    problem: issue.message ?? 'is not valid',
  }))
  const missing = isMissing(input, paths[0] ?? [])
  const details = fields.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join('; ')
  return new AppError(missing ? 'MISSING_PARAMETER' : 'INVALID_PARAMETER', { details, extras: { fields } })
}

function isMissing(input: unknown, path: readonly string[]): boolean {
  if (path.length === 0) return input === undefined || input === null
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], input) === undefined
}
