import type { Db } from '../../../../db/client.ts'
import { groupBy } from '../../../../platform/lib/group-by.ts'
import { inTransaction } from '../../store/transaction.ts'
import { mergeTracks, refreshAlbums } from '../../store/write/counts.ts'
import { idKey } from '../clean.ts'
import { cleanTracks, type Plan, planAlbum, type SaidTrack, type TrackRow } from '../matching/contents.ts'
import { comparable } from '../matching/tracks.ts'
import { idsOf } from '../store/ids.ts'
import { type FieldSource, recordSources } from '../store/provenance.ts'
import { countTracks, markContents, saveEditions } from '../store/write/contents.ts'
import {
  type AlbumHead,
  absorbTracks,
  forget,
  lockAlbums,
  removeTracks,
  type StoredTrack,
  tracksOf,
} from '../store/write/tracks.ts'
import type { KnownContents } from '../types.ts'
import { contentFacts, editionRows } from './content-facts.ts'
import { type PlannedAlbum, writeTracks } from './tracks.ts'

/** One transaction holds so many tracks, or a single longer album: a kill loses no more than these. */
const AT_ONCE = 2500

/** Editions and tracks of albums. Several contents of one album are its editions; the first with tracks stands for all. */
export async function saveContents(
  db: Db,
  items: readonly KnownContents[],
): Promise<{ tracks: number; added: number }> {
  const total = { tracks: 0, added: 0 }
  for (const batch of batches(items)) {
    const { tracks, added } = await inTransaction(db, (tx) => saveBatch(tx, batch))
    total.tracks += tracks
    total.added += added
  }
  return total
}

function* batches(items: readonly KnownContents[]): Generator<Map<number, KnownContents[]>> {
  let batch = new Map<number, KnownContents[]>()
  let size = 0
  for (const [albumId, contents] of groupBy(items, ({ albumId }) => albumId)) {
    const tracks = Math.max(...contents.map(({ contents: { tracks: list } }) => list.length))
    if (size > 0 && size + tracks > AT_ONCE) {
      yield batch
      batch = new Map()
      size = 0
    }
    batch.set(albumId, contents)
    size += tracks
  }
  if (batch.size > 0) yield batch
}

async function saveBatch(tx: Db, batch: Map<number, KnownContents[]>): Promise<{ tracks: number; added: number }> {
  const heads = await lockAlbums(tx, [...batch.keys()])
  const ids = heads.map(({ id }) => Number(id))
  const rows = await loadRows(tx, ids)
  const albums = heads.flatMap((head) =>
    planned(head, batch.get(Number(head.id)) ?? [], rows.get(Number(head.id)) ?? []),
  )
  await clear(
    tx,
    albums.map(({ plan }) => plan),
  )
  const added = await writeTracks(tx, albums)
  const known = heads.flatMap(({ id }) => batch.get(Number(id)) ?? [])
  await saveEditions(tx, editionRows(known))
  await markContents(tx, contentFacts(known))
  await recordSources(tx, 'album', albumSources(known))
  await refreshAlbums(tx, ids)
  return { tracks: await countTracks(tx, ids), added }
}

/** Tracks of albums as they are compared, by album. */
export async function loadRows(
  tx: Db,
  albumIds: readonly number[],
): Promise<Map<number, (TrackRow & { line: string })[]>> {
  const stored = await tracksOf(tx, albumIds)
  const linked = await idsOf(
    tx,
    'track',
    stored.map(({ id }) => Number(id)),
  )
  const ids = groupBy(linked, ({ entityId }) => entityId)
  const rows = stored.map((track) => ({
    albumId: Number(track.album_id),
    ...asRow(track, (ids.get(Number(track.id)) ?? []).map(idKey)),
  }))
  return groupBy(rows, ({ albumId }) => albumId)
}

function asRow(track: StoredTrack, ids: string[]): TrackRow & { line: string } {
  const like = comparable({
    ...{ key: track.track_key, name: track.name, disc: track.disc_number, position: track.track_number },
    durationMs: track.duration_ms || null,
    isrcs: track.isrc === null ? [] : [track.isrc.toUpperCase().replace(/[^A-Z0-9]/g, '')],
    ids,
  })
  const { catalogued, has_files: hasFiles, artist_line: line } = track
  return { id: Number(track.id), key: track.track_key, catalogued, hasFiles, like, line }
}

function planned(
  head: AlbumHead,
  items: readonly KnownContents[],
  rows: (TrackRow & { line: string })[],
): PlannedAlbum[] {
  const teller = items.find(({ contents }) => contents.tracks.length > 0)
  if (!teller) return []
  const said: SaidTrack[] = cleanTracks(teller.contents.tracks)
  const lines = new Map(rows.map(({ id, line }) => [id, line]))
  return [{ head, plan: planAlbum(said, rows), source: teller.source, lines }]
}

/** What is one with a track of files, and what nobody names any more. */
async function clear(tx: Db, plans: readonly Plan[]): Promise<void> {
  await mergeInto(
    tx,
    plans.flatMap(({ merged }) => merged),
  )
  const removed = await removeTracks(
    tx,
    plans.flatMap(({ obsolete }) => obsolete),
  )
  await forget(tx, 'track', removed)
}

/** Tracks without files become one with the track that has them, which keeps its id. */
export async function mergeInto(tx: Db, pairs: readonly { from: number; to: number }[]): Promise<void> {
  if (pairs.length === 0) return
  await absorbTracks(tx, pairs)
  await mergeTracks(tx, pairs)
  await forget(
    tx,
    'track',
    pairs.map(({ from }) => from),
  )
}

function albumSources(items: readonly KnownContents[]): FieldSource[] {
  return items.flatMap(({ albumId, contents, source }) => {
    const of = (field: string, told: boolean) => (told ? [{ entityId: albumId, field, source, score: null }] : [])
    return [
      ...of('tracks', contents.tracks.length > 0),
      ...of('editions', contents.editions.length > 0),
      ...of('label', contents.label !== null),
    ]
  })
}
