import type { Db } from '../../../db/client.ts'
import type { FoundAlbum } from '../../../providers/ports.ts'
import { inTransaction } from '../store/transaction.ts'
import { mergeRows } from './hand/merge.ts'
import { pinId } from './hand/pin.ts'
import { deleteAlbum, deleteArtist } from './hand/remove.ts'
import { splitArtist } from './hand/split.ts'
import { missingAlbums, newReleases, ownershipOf } from './read/lists.ts'
import { resolveRef } from './read/refs.ts'
import { saveAlbums } from './save/albums.ts'
import { saveArtist } from './save/artist.ts'
import { saveContents } from './save/contents.ts'
import { saveFields } from './save/fields.ts'
import { reconcileAlbums } from './save/reconcile.ts'
import { albumsSince, countMissing } from './store/lists.ts'
import { sourcesOf } from './store/provenance.ts'
import { textOf } from './store/texts.ts'
import { markDiscography } from './store/write/artists.ts'
import type {
  AlbumPage,
  ContentChange,
  Entity,
  KnownAlbum,
  KnownArtist,
  KnownContents,
  KnownFields,
  MissingFilters,
  MissingQuery,
  OutsideId,
  Ownership,
  Provenance,
  ReleasesQuery,
  Text,
  Told,
} from './types.ts'

/** What providers say becomes part of the catalogue here, and is told apart into owned and missing. */
export type Known = Readonly<{
  /** Finds or makes the artist; it is catalogued from then on. */
  saveArtist(found: KnownArtist): Promise<number>
  /** Ids of the albums, by what was found; several may be one. NOT_FOUND when there is no such artist. */
  saveAlbums(artistId: number, items: readonly KnownAlbum[]): Promise<Map<FoundAlbum, number>>
  /** Editions and tracks. `tracks`: how many the albums have now, `added`: how many of them are new. */
  saveContents(items: readonly KnownContents[]): Promise<{ tracks: number; added: number }>
  /** Merges tracks of files with those that only a provider named. Scans do so by themselves. */
  reconcile(albumIds: readonly number[]): Promise<void>
  /** Answers the fields that were written: not those that a user set. NOT_FOUND when there is no such row. */
  saveFields(entity: Entity, id: number, fields: KnownFields, source: string): Promise<string[]>
  /** The whole discography was written just now: artists.discography_at. */
  markDiscography(artistId: number): Promise<void>
  /** Says by hand what a row is called elsewhere; the id leaves the row that had it. CONFLICT where it is pinned, unless it is to `move`. */
  pin(entity: Entity, id: number, provider: string, value: string, move?: boolean): Promise<void>
  /**
   * One artist becomes two: the ids, pinned, and the albums go to the new one, whose id is answered. Credits of those
   * albums and of their tracks stay so, whatever files say.
   */
  split(
    artistId: number,
    ids: readonly OutsideId[],
    more?: Readonly<{ name?: string; albumIds?: readonly number[] }>,
  ): Promise<number>
  /** Two rows become one: what people did with the first, its ids, credits and tracks go to the second. */
  merge(entity: 'artist' | 'album', fromId: number, intoId: number): Promise<void>
  /** A local number, a Spotify or MusicBrainz id (of an album also that of a release) or `provider:value` as the local id. */
  resolveRef(entity: Entity, text: string): Promise<number | null>
  provenanceOf(entity: Entity, id: number): Promise<Provenance[]>
  /** The biography or story in a language (es, en); null when there is none. */
  textOf(entity: Told, id: number, language: string): Promise<Text | null>
  /** Albums of an artist by type, with what is owned of them; without those of artists this user hides. */
  ownership(artistId: number, userId: number): Promise<Ownership[]>
  /** Albums of catalogued artists of which nothing or only a part is owned, newest first. */
  missing(userId: number, query: MissingQuery): Promise<AlbumPage>
  /** How many albums all pages of `missing` have together. */
  countMissing(userId: number, filters: MissingFilters): Promise<number>
  /** Albums with a full date since then, of artists that are catalogued or owned, newest first. */
  newReleases(userId: number, query: ReleasesQuery): Promise<AlbumPage>
  /** Albums of an artist that came into the catalogue since then, newest first. */
  contentChanges(artistId: number, since: Date, limit: number): Promise<ContentChange[]>
  /**
   * Removes an artist with the albums and tracks that are theirs alone; what others made with them stays. So do tracks
   * that somebody has as a file, played or rated, with their albums and the artist, no longer catalogued.
   * CONFLICT (400) when anyone has the artist, or an album or track that would go, as a favourite.
   */
  deleteArtist(id: number): Promise<void>
  /** The same of an album and its tracks. */
  deleteAlbum(id: number): Promise<void>
}>

export const createKnown = ({ db }: Readonly<{ db: Db }>): Known => ({
  saveArtist: (found) => saveArtist(db, found),
  saveAlbums: (artistId, items) => saveAlbums(db, artistId, items),
  saveContents: (items) => saveContents(db, items),
  reconcile: (albumIds) => inTransaction(db, (tx) => reconcileAlbums(tx, albumIds)),
  saveFields: (entity, id, fields, source) => saveFields(db, { entity, id }, fields, source),
  markDiscography: (artistId) => markDiscography(db, artistId),
  pin: (entity, id, provider, value, move) => pinId(db, entity, id, { provider, value }, move),
  split: (artistId, ids, more) => splitArtist(db, artistId, ids, more ?? {}),
  merge: (entity, fromId, intoId) => mergeRows(db, entity, fromId, intoId),
  resolveRef: (entity, text) => resolveRef(db, entity, text),
  provenanceOf: (entity, id) => sourcesOf(db, entity, id),
  textOf: (entity, id, language) => textOf(db, entity, id, language),
  ownership: (artistId, userId) => ownershipOf(db, artistId, userId),
  missing: (userId, query) => missingAlbums(db, userId, query),
  countMissing: (userId, filters) => countMissing(db, userId, filters),
  newReleases: (userId, query) => newReleases(db, userId, query),
  contentChanges: (artistId, since, limit) => albumsSince(db, artistId, since, limit),
  deleteArtist: (id) => deleteArtist(db, id),
  deleteAlbum: (id) => deleteAlbum(db, id),
})
