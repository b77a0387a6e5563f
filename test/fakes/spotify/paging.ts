import type { FakeReply, FakeRequest } from '../types.ts'
import { failed } from './replies.ts'

export type Bounds = Readonly<{ most: number; usual: number }>
type Window = Readonly<{ limit: number; offset: number }>

const whole = (text: string | null, fallback: number) =>
  text === null ? fallback : /^\d+$/.test(text) ? Number(text) : -1

/** The part of a list that a call asks for, or the 400 that it gets. */
export function windowOf({ query }: FakeRequest, { most, usual }: Bounds): Window | FakeReply {
  const limit = whole(query.get('limit'), usual)
  const offset = whole(query.get('offset'), 0)
  if (limit < 1 || limit > most) return failed(400, 'Invalid limit')
  return offset < 0 ? failed(400, 'Invalid offset') : { limit, offset }
}
export const isReply = (one: Window | FakeReply): one is FakeReply => 'status' in one

/** A page with absolute addresses of its neighbours. */
export function pageOf<T>(request: FakeRequest, path: string, all: readonly T[], { limit, offset }: Window) {
  const address = (from: number) => {
    const query = new URLSearchParams(request.query)
    query.set('offset', String(from))
    query.set('limit', String(limit))
    return `http://${request.headers.host}${path}?${query}`
  }
  return {
    href: address(offset),
    limit,
    next: offset + limit < all.length ? address(offset + limit) : null,
    offset,
    previous: offset > 0 ? address(Math.max(0, offset - limit)) : null,
    total: all.length,
    items: all.slice(offset, offset + limit),
  }
}
