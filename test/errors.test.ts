import { describe, expect, it } from 'vitest'
import { AppError, ERRORS, type ErrorCode } from '../src/errors.ts'

const codes = Object.keys(ERRORS) as ErrorCode[]
const at = new Date('2026-01-02T03:04:05.678Z')

describe('the catalogue', () => {
  it('holds what EmotiPlay documents, with its status and its Spanish texts', () => {
    const documented: Record<string, [number, string | null]> = {
      NO_FACE_DETECTED: [400, 'No se detectó ningún rostro en la imagen'],
      INVALID_IMAGE: [400, 'Formato de imagen no válido'],
      IMAGE_TOO_LARGE: [400, null],
      PROCESSING_ERROR: [500, 'Error al procesar el frame'],
      INVALID_SESSION: [404, 'Sesión no encontrada'],
      INVALID_EMOTION: [400, null],
      MISSING_PARAMETER: [400, null],
      RATE_LIMIT_EXCEEDED: [429, 'Límite de requests excedido'],
      INTERNAL_ERROR: [500, null],
      SERVICE_UNAVAILABLE: [503, null],
    }
    for (const [code, [status, message]] of Object.entries(documented)) {
      const { error } = new AppError(code as ErrorCode).toBody('es')
      expect([code, ERRORS[code as ErrorCode].status]).toEqual([code, status])
      if (message) expect(error.message).toBe(message)
    }
  })

  it('answers 401 and 409 where the reference of the accounts does', () => {
    for (const code of [
      'AUTH_REQUIRED',
      'NO_USERS',
      'INVALID_TOKEN',
      'INVALID_CREDENTIALS',
      'INVALID_RECOVERY',
    ] as const)
      expect(ERRORS[code].status).toBe(401)
    expect([ERRORS.FIRST_USER_EXISTS.status, ERRORS.EMAIL_TAKEN.status, ERRORS.FORBIDDEN.status]).toEqual([
      409, 400, 403,
    ])
  })

  it.each(codes)('%s speaks both languages', (code) => {
    const [spanish, english] = (['es', 'en'] as const).map((language) => new AppError(code).toBody(language, at).error)
    expect(spanish?.message).toMatch(/\S/)
    expect(english?.message).toMatch(/\S/)
    expect(spanish?.message).not.toBe(english?.message)
    expect(typeof spanish?.details).toBe(typeof english?.details)
    expect(ERRORS[code].status).toBeGreaterThanOrEqual(400)
  })
})

describe('an error', () => {
  it('leaves as the envelope', () => {
    const error = new AppError('NOT_FOUND', { details: 'GET /x', extras: { hint: 1 } })
    expect(error.toBody('en', at)).toEqual({
      ...{ success: false, timestamp: '2026-01-02T03:04:05.678Z' },
      error: { code: 'NOT_FOUND', message: 'Not found', details: 'GET /x', hint: 1 },
    })
  })

  it('has no details where there are none, and its own in both languages where there are', () => {
    expect(new AppError('CONFLICT').toBody('es', at).error).toEqual({
      code: 'CONFLICT',
      message: 'Conflicto con el estado actual',
    })
    const both = new AppError('CONFLICT', { details: ['uno', 'one'] })
    expect([both.toBody('es').error.details, both.toBody('en').error.details]).toEqual(['uno', 'one'])
    expect(new AppError('INVALID_IMAGE').toBody('es').error.details).toBe('Formatos soportados: JPEG, PNG, WebP')
  })

  it('keeps its cause for the log alone', () => {
    const cause = new Error('password authentication failed for user "animo"')
    const error = new AppError('INTERNAL_ERROR', { cause })
    expect(error.cause).toBe(cause)
    expect([error.name, error.message, error.status]).toEqual(['AppError', 'Internal server error', 500])
    expect(JSON.stringify(error.toBody('es'))).not.toContain('animo')
  })

  it('may come with another status', () => {
    expect(new AppError('INVALID_PARAMETER', { status: 422 }).status).toBe(422)
  })
})
