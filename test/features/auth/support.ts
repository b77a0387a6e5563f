import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { newAddress } from '../../support/address.ts'
import type { TestServer } from '../../support/app.ts'

export const PASSWORD = 'battery staple'
export const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Checks that a reply is the one envelope with its headers, and returns its error. */
export function expectRefusal(reply: LightMyRequestResponse, status: number, code: string) {
  const body = reply.json()
  expect([reply.statusCode, body.error?.code], reply.body).toEqual([status, code])
  expect(body).toEqual({ success: false, timestamp: expect.stringMatching(TIME), error: expect.any(Object) })
  expect(body.error.message).toEqual(expect.any(String))
  expect(reply.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': expect.stringMatching(UUID),
    'x-ratelimit-limit': expect.anything(),
  })
  expect(reply.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined)
  return body.error as Record<string, unknown>
}

export async function newInvite(server: TestServer, adminToken: string, body: object = {}): Promise<string> {
  const reply = await server.send({ method: 'POST', url: '/users/invites', token: adminToken, payload: body })
  expect(reply.statusCode).toBe(201)
  return reply.json().code
}

/** Signs in from an address of its own. */
export async function newSession(server: TestServer, email: string, password = PASSWORD): Promise<string> {
  const payload = { email, password }
  const reply = await server.send({ method: 'POST', url: '/auth/login', remoteAddress: newAddress(), payload })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().access_token
}

/** A new account by invitation (the server must be in the mode "invite"), signed in. */
export async function newcomer(server: TestServer, adminToken: string, name: string, invite: object = {}) {
  const code = await newInvite(server, adminToken, invite)
  const payload = { name, email: `${name}@example.org`, password: PASSWORD, invite: code }
  const reply = await server.send({ method: 'POST', url: '/auth/register', remoteAddress: newAddress(), payload })
  expect(reply.statusCode, reply.body).toBe(201)
  return { id: reply.json().id as number, email: payload.email, token: await newSession(server, payload.email) }
}

/** Whether a token is still taken. */
export async function isSignedIn(server: TestServer, token: string): Promise<boolean> {
  return (await server.send({ url: '/auth/verify-token', token })).statusCode === 200
}
