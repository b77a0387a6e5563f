import type { Db } from '../../../../db/client.ts'
import { cleanValue } from '../clean.ts'
import { rowExists, rowOfId } from '../store/refs.ts'
import type { Entity } from '../types.ts'

const LOCAL = /^\d{1,15}$/
const SPOTIFY = /^[A-Za-z0-9]{22}$/
/** `provider:value`, as the API names what only a service knows. */
const NAMED = /^([a-z]+):(.+)$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a path may call a row by, as its local id; null when there is no such row. */
export async function resolveRef(db: Db, entity: Entity, text: string): Promise<number | null> {
  const ref = text.trim()
  const [, provider, value] = NAMED.exec(ref) ?? []
  // The number of another service is no local one.
  if (provider !== undefined && value !== undefined) return rowOfId(db, entity, provider, cleanValue(value))
  if (LOCAL.test(ref)) return (await rowExists(db, entity, Number(ref))) ? Number(ref) : null
  if (SPOTIFY.test(ref)) return rowOfId(db, entity, 'spotify', ref)
  return UUID.test(ref) ? rowOfId(db, entity, 'musicbrainz', cleanValue(ref)) : null
}
