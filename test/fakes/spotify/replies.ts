import type { FakeReply } from '../types.ts'

export const PREMIUM_TEXT =
  'Active premium subscription required for the owner of the app. When the subscription status changes, it can take a few hours before requests are allowed again.'
export const ALLOW_LIST_TEXT = 'User not registered in the Developer Dashboard'

export const failed = (status: number, message?: string, more: object = {}): FakeReply => ({
  status,
  body: { error: { status, ...(message !== undefined && { message }), ...more } },
})
export const plainForbidden = (body: string): FakeReply => ({
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})
export const unknown = () => failed(404, 'Resource not found')
export const badId = () => failed(400, 'invalid id')
export const isId = (text: string) => /^[0-9A-Za-z]{22}$/.test(text)
