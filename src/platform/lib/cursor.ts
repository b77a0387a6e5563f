import type { z } from 'zod'
import { AppError } from '../../errors.ts'

/** Page positions as opaque text: the values of the sort key, in order. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads a position of the given shape; anything else is INVALID_PARAMETER. */
export function decodeCursor<T>(text: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new AppError('INVALID_PARAMETER', { details: 'cursor', cause })
  }
}
