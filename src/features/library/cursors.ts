import { z } from 'zod'
import { decodeCursor } from '../../platform/lib/cursor.ts'
import type { AlbumsQuery, ArtistsQuery } from './contract.ts'

type Key = z.ZodType<string | number>

const id = z.number().int().min(0)
const name = z.string().max(3000)
/** Postgres and JavaScript disagree about the first centuries. */
const moment = z.iso.datetime().refine((text) => text >= '1000')

/** What the sort key of each order looks like: a forged key is refused before the database chokes on it. */
const KEYS: Readonly<Record<ArtistsQuery['order'] | AlbumsQuery['order'], Key>> = {
  'pop-desc': z.int32(),
  'pop-asc': z.int32(),
  'name-asc': name,
  'artist-asc': name,
  'date-desc': name,
  recent: moment,
  favorites: id,
}

/** Key and id of the last row of the page before; null without a cursor. INVALID_PARAMETER for any other text. */
export const readCursor = (text: string | undefined, order: keyof typeof KEYS): [string | number, number] | null =>
  text === undefined ? null : decodeCursor(text, z.tuple([KEYS[order], id]))

/** The id of the last row of the page before, for lists that are in order of id. */
export const readIdCursor = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : decodeCursor(text, z.tuple([id]))[0]
