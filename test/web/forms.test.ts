import { describe, expect, it } from 'vitest'
import { safeNext } from '../../web/app/safe-next.ts'
import { validate } from '../../web/features/auth/forms/validate.ts'
import { distinct, firstName, partOfDay } from '../../web/features/home/greeting.ts'
import { ApiError, apiErrorFrom, endsSession, worthRetrying } from '../../web/lib/api/error.ts'

describe('forms before they are sent', () => {
  it('find nothing wrong with what is right', () => {
    expect(
      validate({
        name: 'Nina',
        email: ' nina@example.org ',
        newPassword: 'eight888',
        repeat: 'eight888',
        code: 'AB-CD',
      }),
    ).toEqual({})
    expect(validate({ email: 'nina@example.org', password: 'x' })).toEqual({})
  })

  it('name each field that is wrong', () => {
    expect(validate({ name: ' ', email: '', password: '', newPassword: 'short', repeat: 'other', code: '' })).toEqual({
      name: 'nameMissing',
      email: 'emailMissing',
      password: 'passwordMissing',
      newPassword: 'passwordShort',
      repeat: 'repeatDiffers',
      code: 'codeMissing',
    })
    expect(validate({ email: 'nina@home', newPassword: 'x'.repeat(101) })).toEqual({
      email: 'emailWrong',
      newPassword: 'passwordLong',
    })
  })
})

describe('the way back after signing in', () => {
  it.each(['/tracks?search=a', '/welcome', '/artists/4-x'])('follows %s', (next) => {
    expect(safeNext(next)).toBe(next)
  })
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/login',
    '/login?next=/login',
    undefined,
    4,
    '',
  ])('does not follow %s', (next) => {
    expect(safeNext(next)).toBe('/')
  })
})

describe('failed replies', () => {
  it('are read from the envelope', () => {
    const error = apiErrorFrom(409, {
      success: false,
      error: { code: 'LAST_ADMIN', message: 'One must stay', details: 'x' },
    })
    expect(error).toMatchObject({ status: 409, code: 'LAST_ADMIN', message: 'One must stay', details: 'x' })
  })

  it.each([null, 'text', [], {}, { error: null }, { error: { code: 3 } }])('%j becomes a plain error', (body) => {
    expect(apiErrorFrom(502, body)).toMatchObject({ status: 502, code: 'HTTP_502', message: '', details: undefined })
  })

  it('end the session only when the session is gone', () => {
    expect(
      ['INVALID_TOKEN', 'AUTH_REQUIRED', 'NO_USERS'].map((code) => endsSession(new ApiError(401, code, ''))),
    ).toEqual([true, true, true])
    expect(endsSession(new ApiError(401, 'INVALID_CREDENTIALS', ''))).toBe(false)
    expect(endsSession(new Error('x'))).toBe(false)
  })

  it('are tried again only when that can help', () => {
    expect(worthRetrying(0, new ApiError(0, 'NETWORK', ''))).toBe(true)
    expect(worthRetrying(1, new ApiError(503, 'SERVICE_UNAVAILABLE', ''))).toBe(true)
    expect(worthRetrying(2, new ApiError(503, 'SERVICE_UNAVAILABLE', ''))).toBe(false)
    expect(worthRetrying(0, new ApiError(404, 'NOT_FOUND', ''))).toBe(false)
    expect(worthRetrying(0, new ApiError(500, 'INTERNAL_ERROR', ''))).toBe(false)
  })
})

describe('the home page', () => {
  it('greets by the hour', () => {
    expect([0, 4, 5, 11, 12, 19, 20, 23].map(partOfDay)).toEqual([
      'night',
      'night',
      'morning',
      'morning',
      'afternoon',
      'afternoon',
      'evening',
      'evening',
    ])
  })
  it('by the first name', () => {
    expect([firstName(' Nina Simone '), firstName('')]).toEqual(['Nina', ''])
  })
  it('shows a song that was heard often once', () => {
    expect(distinct([{ track_id: 2 }, { track_id: 1 }, { track_id: 2 }])).toEqual([{ track_id: 2 }, { track_id: 1 }])
  })
})
