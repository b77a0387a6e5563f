import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAddress } from '../../../support/address.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { expectRefusal } from '../support.ts'

type Case = [what: string, body: unknown, code: string, field: string]
let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer()
  admin = await server.admin()
})
afterAll(() => server.close())

const EMAIL = 'ada@example.org'
const GOOD = 'correct horse'
const CODE = 'AAAAA-AAAAA-AAAAA-AAAAA'
const send = (route: string, body: unknown, type = 'application/json') => {
  const [method, url] = route.split(' ') as ['POST' | 'PUT' | 'PATCH', string]
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'content-type': type }
  return server.send({ method, url, payload, headers, token: admin, remoteAddress: newAddress() })
}

/** What is wrong with an e-mail or a password is wrong everywhere. */
const badEmails = (rest: object): Case[] => [
  ['no e-mail', rest, 'MISSING_PARAMETER', 'email'],
  ['an e-mail that is none', { ...rest, email: 'ada' }, 'INVALID_PARAMETER', 'email'],
  ['an e-mail of two lines', { ...rest, email: 'a@b.org\nbcc: c@d.org' }, 'INVALID_PARAMETER', 'email'],
  ['a long e-mail', { ...rest, email: `${'a'.repeat(140)}@example.org` }, 'INVALID_PARAMETER', 'email'],
  ['a list as e-mail', { ...rest, email: [EMAIL] }, 'INVALID_PARAMETER', 'email'],
  ['null as e-mail', { ...rest, email: null }, 'INVALID_PARAMETER', 'email'],
]
const badPasswords = (field: string, rest: object): Case[] => [
  ['no password', rest, 'MISSING_PARAMETER', field],
  ['7 characters', { ...rest, [field]: '1234567' }, 'INVALID_PARAMETER', field],
  ['101 characters', { ...rest, [field]: 'x'.repeat(101) }, 'INVALID_PARAMETER', field],
  ['a number', { ...rest, [field]: 12345678 }, 'INVALID_PARAMETER', field],
]
const registration: Case[] = [
  ...badEmails({ name: 'x', password: GOOD }),
  ...badPasswords('password', { name: 'x', email: EMAIL }),
  ['no name', { email: EMAIL, password: GOOD }, 'MISSING_PARAMETER', 'name'],
  ['a blank name', { email: EMAIL, password: GOOD, name: '   ' }, 'INVALID_PARAMETER', 'name'],
  ['a long name', { email: EMAIL, password: GOOD, name: 'x'.repeat(101) }, 'INVALID_PARAMETER', 'name'],
  [
    'an invitation of a wrong type',
    { email: EMAIL, password: GOOD, name: 'x', invite: {} },
    'INVALID_PARAMETER',
    'invite',
  ],
]
const CASES: Record<string, Case[]> = {
  'POST /auth/create-first-user': registration,
  'POST /auth/register': registration,
  // Any password that may have been set is compared; only a new one must be long enough.
  'POST /auth/login': [
    ...badEmails({ password: GOOD }),
    ...badPasswords('password', { email: EMAIL }).filter(([what]) => what !== '7 characters'),
    ['an empty password', { email: EMAIL, password: '' }, 'INVALID_PARAMETER', 'password'],
  ],
  'POST /auth/account-lookup': [
    ...badEmails({ recovery_code: CODE }),
    ['no code', { email: EMAIL }, 'MISSING_PARAMETER', 'recovery_code'],
    ['a short code', { email: EMAIL, recovery_code: 'abc' }, 'INVALID_PARAMETER', 'recovery_code'],
    ['a long code', { email: EMAIL, recovery_code: 'x'.repeat(129) }, 'INVALID_PARAMETER', 'recovery_code'],
  ],
  'POST /auth/reset-password': [
    ...badEmails({ recovery_code: CODE, new_password: GOOD }),
    ...badPasswords('new_password', { email: EMAIL, recovery_code: CODE }),
  ],
  'PUT /auth/me': [
    ['a blank name', { name: '' }, 'INVALID_PARAMETER', 'name'],
    ['a short password', { password: 'short' }, 'INVALID_PARAMETER', 'password'],
    ['an e-mail that is none', { email: '@' }, 'INVALID_PARAMETER', 'email'],
  ],
  'POST /auth/change-password': [
    ...badPasswords('new_password', { current_password: GOOD }),
    ['no current password', { new_password: GOOD }, 'MISSING_PARAMETER', 'current_password'],
    [
      'a huge current password',
      { new_password: GOOD, current_password: 'x'.repeat(101) },
      'INVALID_PARAMETER',
      'current_password',
    ],
  ],
  'POST /auth/recovery-codes': [['no password', {}, 'MISSING_PARAMETER', 'current_password']],
  'POST /users/invites': [
    ['an unknown role', { role: 'owner' }, 'INVALID_PARAMETER', 'role'],
    ['no time', { expires_in_hours: 0 }, 'INVALID_PARAMETER', 'expires_in_hours'],
    ['too long a time', { expires_in_hours: 721 }, 'INVALID_PARAMETER', 'expires_in_hours'],
    ['half an hour', { expires_in_hours: 0.5 }, 'INVALID_PARAMETER', 'expires_in_hours'],
    ['a long note', { note: 'x'.repeat(201) }, 'INVALID_PARAMETER', 'note'],
  ],
  'PUT /users/registration': [
    ['no mode', {}, 'MISSING_PARAMETER', 'registration'],
    ['an unknown mode', { registration: 'maybe' }, 'INVALID_PARAMETER', 'registration'],
  ],
  'PATCH /users/1': [
    ['an unknown role', { role: 'root' }, 'INVALID_PARAMETER', 'role'],
    ['a word as state', { is_active: 'yes' }, 'INVALID_PARAMETER', 'is_active'],
  ],
}

describe.each(Object.entries(CASES))('%s', (route, cases) => {
  it.each(cases)('refuses %s', async (_what, body, code, field) => {
    const error = expectRefusal(await send(route, body), 400, code)
    expect(error.details).toMatch(new RegExp(`^${field}`))
    expect(error.fields).toContainEqual({ field, problem: expect.any(String) })
  })

  it('refuses a body that is no object, no JSON, not there, of another type, or too large', async () => {
    for (const body of ['[]', '"text"', '1']) expectRefusal(await send(route, body), 400, 'INVALID_PARAMETER')
    for (const body of ['{', '{"name":}', '{"__proto__":{"role":"admin"}}', '\u0000'])
      expectRefusal(await send(route, body), 400, 'INVALID_PARAMETER')
    expectRefusal(await send(route, ''), 400, 'MISSING_PARAMETER')
    expectRefusal(await send(route, 'null'), 400, 'MISSING_PARAMETER')
    for (const type of ['application/xml', 'application/x-www-form-urlencoded', 'application/octet-stream'])
      expectRefusal(await send(route, 'name=x', type), 415, 'UNSUPPORTED_MEDIA_TYPE')
    expectRefusal(await send(route, { name: 'x'.repeat(1024 * 1024) }), 413, 'REQUEST_TOO_LARGE')
  })
})

it('tells what is missing in the language of the caller', async () => {
  const headers = { 'accept-language': 'en' }
  const options = { method: 'POST', url: '/auth/login', remoteAddress: newAddress(), payload: {} } as const
  const spanish = (await server.send(options)).json().error
  const english = (await server.send({ ...options, headers })).json().error
  expect([spanish.message, english.message]).toEqual(['Falta un parámetro requerido', 'Missing required parameter'])
  expect(english.fields.map(({ field }: { field: string }) => field)).toEqual(['email', 'password'])
})

it.each(['abc', '0', '-1', '1.5', '99999999999999999999', '%00', "1'--"])('refuses "%s" as an id', async (id) => {
  for (const [method, url] of [
    ['PATCH', `/users/${id}`],
    ['DELETE', `/users/${id}`],
    ['POST', `/users/${id}/reset`],
    ['DELETE', `/users/invites/${id}`],
  ] as const) {
    const payload = method === 'PATCH' ? { payload: {} } : {}
    expectRefusal(await server.send({ method, url, token: admin, ...payload }), 400, 'INVALID_PARAMETER')
  }
})

it('refuses text that the database cannot keep, and keeps any other', async () => {
  expectRefusal(await send('PUT /auth/me', { name: 'a\u0000b' }), 400, 'INVALID_PARAMETER')
  expectRefusal(await send('POST /users/invites', { note: 'a\u0000b' }), 400, 'INVALID_PARAMETER')
  const name = `"><script>'; drop table users; -- ${'\u202e'}ñ🎵`
  expect((await send('PUT /auth/me', { name })).json().name).toBe(name)
})
