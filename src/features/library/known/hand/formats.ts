import { cleanIds } from '../clean.ts'
import type { OutsideId } from '../types.ts'

const NUMBER = /^\d{1,20}$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What ids of services look like: addresses and lists are made of them, and one in another form finds nothing. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  musicbrainz: UUID,
  reccobeats: UUID,
  spotify: /^[0-9A-Za-z]{22}$/,
  deezer: NUMBER,
  discogs: NUMBER,
  itunes: NUMBER,
  theaudiodb: NUMBER,
  wikidata: /^Q\d{1,15}$/,
  // Last.fm has names instead of ids.
  lastfm: /^[^\p{C}\p{Z}]+(?: [^\p{C}\p{Z}]+)*$/u,
}

/** An id as it is kept; null where its service is unknown or has no such ids. */
export function wellFormed({ provider, value }: OutsideId): OutsideId | null {
  const [id] = cleanIds({ [provider]: value })
  return id && Object.hasOwn(FORMATS, provider) && FORMATS[provider]?.test(id.value) ? id : null
}
