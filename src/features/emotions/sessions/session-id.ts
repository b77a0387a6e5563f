import { createHash, randomBytes } from 'node:crypto'

const SHAPE = /^emo_[A-Za-z0-9_-]{22}$/

/** 128 random bits: who knows the id of an anonymous session may read it. */
export const newSessionId = (): string => `emo_${randomBytes(16).toString('base64url')}`

/** What is stored of an id; null for what cannot be one. */
export function hashSessionId(id: string): string | null {
  return SHAPE.test(id) ? createHash('sha256').update(id).digest('hex') : null
}
