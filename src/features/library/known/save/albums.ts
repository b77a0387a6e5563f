import type { Db } from '../../../../db/client.ts'
import { AppError } from '../../../../errors.ts'
import { groupBy } from '../../../../platform/lib/group-by.ts'
import type { FoundAlbum } from '../../../../providers/ports.ts'
import { titleKeyFor } from '../../identity/group.ts'
import { likeable } from '../../identity/likeness.ts'
import { inTransaction } from '../../store/transaction.ts'
import { cleanIds, cleanUpc, idKey } from '../clean.ts'
import { mergeAlbums } from '../hand/merge.ts'
import { type AlbumRow, placeAlbums, twinsAmong } from '../matching/albums.ts'
import { mbidOf, wantedKey } from '../matching/artists.ts'
import { type CleanCredit, cleanCredits, creditRows, mainNames, names } from '../matching/credits.ts'
import { idsOf, linkIds } from '../store/ids.ts'
import { recordSources, userFields } from '../store/provenance.ts'
import {
  type AlbumFacts,
  albumsAround,
  creditedArtists,
  describeKnownAlbums,
  freeKeys,
  insertAlbums,
  replaceCredits,
  type StoredAlbum,
} from '../store/write/albums.ts'
import { countCredits, lockArtist, resolveArtists } from '../store/write/artists.ts'
import type { KnownAlbum } from '../types.ts'
import { factsOf } from './album-facts.ts'

type Work = Readonly<{ tx: Db; artist: Readonly<{ id: number; name: string }>; stored: Map<number, StoredAlbum> }>
export type Placed = AlbumRow & { id: number; credits: CleanCredit[] }

/** Writes a discography in a few statements; answers the row of each album that was given. */
export async function saveAlbums(
  db: Db,
  artistId: number,
  items: readonly KnownAlbum[],
): Promise<Map<FoundAlbum, number>> {
  if (items.length === 0) return new Map()
  return inTransaction(db, async (tx) => {
    const name = await lockArtist(tx, artistId)
    if (name === null) throw new AppError('NOT_FOUND')
    const albums = await loadUnited(tx, artistId, items)
    const work = { tx, artist: { id: artistId, name }, stored: new Map(albums.map((row) => [Number(row.id), row])) }
    const rows = placeAlbums(items, await asRows(tx, albums)).filter(({ said }) => said.length > 0)
    const placed = await store(work, rows)
    return new Map(placed.flatMap(({ id, said }) => said.map(({ said: { album } }) => [album, id] as const)))
  })
}

/** The albums that may be meant, after those that are one became one. */
async function loadUnited(tx: Db, artistId: number, items: readonly KnownAlbum[]): Promise<StoredAlbum[]> {
  const albums = await load(tx, artistId, items)
  const twins = twinsAmong(items, await asRows(tx, albums))
  for (const { from, into } of twins) await mergeAlbums(tx, from, into)
  return twins.length === 0 ? albums : load(tx, artistId, items)
}

function load(tx: Db, artistId: number, items: readonly KnownAlbum[]): Promise<StoredAlbum[]> {
  const ids = items.flatMap(({ album }) => cleanIds(album.ids))
  const keys = items.flatMap(({ album }) => mbidOf(cleanIds(album.ids)) ?? []).map((mbid) => `mb:${mbid}`)
  return albumsAround(tx, artistId, { ids, upcs: items.flatMap(({ album }) => cleanUpc(album.upc) ?? []), keys })
}

async function asRows(tx: Db, albums: readonly StoredAlbum[]): Promise<AlbumRow[]> {
  const linked = await idsOf(
    tx,
    'album',
    albums.map(({ id }) => Number(id)),
  )
  const ids = groupBy(linked, ({ entityId }) => entityId)
  const owned = new Set(linked.map(idKey))
  return albums.map((row) => {
    const files = !row.catalogued
    const type = files ? row.stated_type : row.release_type
    const like = likeable({ title: row.name, date: row.release_date, type, files })
    const outside = ids.get(Number(row.id)) ?? []
    const keyed = { provider: 'musicbrainz', value: row.album_key.replace(/^mb:/, '') }
    // Files may name a release group by the key alone, where its id is nobody's yet.
    const named = mbidOf(outside) === null && `mb:${keyed.value}` === row.album_key && !owned.has(idKey(keyed))
    const pinned = outside.filter((id) => id.pinned)
    const all = [...outside, ...(named ? [keyed] : [])].map(({ provider, value }) => ({ provider, value }))
    return { id: Number(row.id), own: row.own, like, ids: all, pinned, upcs: row.upcs, said: [] }
  })
}

async function store(work: Work, rows: AlbumRow[]): Promise<Placed[]> {
  const { tx } = work
  const placed = await insertMissing(work, rows)
  const kept = await userFields(
    tx,
    'album',
    placed.map(({ id }) => id),
  )
  const facts = placed.map((row) => factsOf(row, work.stored.get(row.id), kept.get(row.id)))
  await describeKnownAlbums(tx, facts)
  const links = placed.flatMap(({ id, said }) =>
    said.flatMap(({ said: one }) => one.ids.map((id_) => ({ ...id_, entityId: id }))),
  )
  await linkIds(tx, 'album', links)
  await writeCredits(
    work,
    placed.filter((_, at) => facts[at]?.artist_line !== null),
  )
  await recordSources(
    tx,
    'album',
    placed.flatMap((row, at) => sourcesOf(row, facts[at])),
  )
  return placed
}

/** The credits of an album: of who says most. Where nobody names this artist, an unnamed album is theirs. */
function creditsOf({ said }: AlbumRow, artist: Work['artist']): CleanCredit[] {
  const [credits] = said.map(({ said: { album } }) => cleanCredits(album.credits)).filter((list) => list.length > 0)
  return credits ?? [{ name: artist.name, ids: [], role: 'main', joinPhrase: '' }]
}

async function insertMissing({ tx, artist }: Work, rows: AlbumRow[]): Promise<Placed[]> {
  const withCredits = rows.map((row) => Object.assign(row, { credits: creditsOf(row, artist) }))
  const fresh = withCredits.filter(({ id }) => id === null)
  const wanted = await freeKeys(tx, fresh.map(newAlbum))
  const ids = await insertAlbums(tx, wanted)
  const made = new Map(fresh.map((row, at) => [row, ids.get(wanted[at]?.key ?? '')]))
  const placed = withCredits.flatMap((row) => {
    const id = row.id ?? made.get(row)
    return id === undefined ? [] : [Object.assign(row, { id })]
  })
  return onceEach(placed)
}

/** What landed on one row, whatever the reason, is one album: it is written once. */
function onceEach(placed: readonly Placed[]): Placed[] {
  const rows = new Map<number, Placed>()
  for (const row of placed) {
    const first = rows.get(row.id)
    if (first) first.said.push(...row.said)
    else rows.set(row.id, row)
  }
  return [...rows.values()]
}

/** Files without ids find an album by artist and title, so the title's key is that of its plain edition. */
function newAlbum(row: AlbumRow & { credits: CleanCredit[] }) {
  const titleKey = titleKeyFor(mainNames(row.credits), row.like.bare)
  const mbid = mbidOf(row.ids)
  const [first] = row.ids
  const key = mbid ? `mb:${mbid}` : first ? `id:${first.provider}:${first.value}` : titleKey
  return { key, titleKey, name: row.said[0]?.said.name ?? '' }
}

async function writeCredits({ tx, artist }: Work, placed: readonly Placed[]): Promise<void> {
  const owners = placed.map(({ id }) => id)
  // An album of this artist that names somebody else by name only means this artist by another name.
  const own = new Map(
    placed.map((row) => {
      const alias = row.credits.length === 1 ? row.credits.find(({ ids }) => ids.length === 0) : undefined
      return [row, row.credits.find((credit) => names(credit, artist.name)) ?? alias]
    }),
  )
  const wanted = placed.flatMap((row) => row.credits.filter((credit) => credit !== own.get(row)))
  const ids = await resolveArtists(tx, wanted)
  const before = await creditedArtists(tx, 'album', owners)
  const rows = placed.flatMap((row) =>
    creditRows(row.id, row.credits, (credit) => (credit === own.get(row) ? artist.id : ids.get(wantedKey(credit)))),
  )
  await replaceCredits(tx, 'album', owners, rows)
  await countCredits(tx, [...new Set([artist.id, ...before, ...rows.map(({ artistId }) => artistId)])])
}

function sourcesOf({ id, said }: Placed, facts: AlbumFacts | undefined) {
  const [first] = said
  if (!facts || !first) return []
  const sources = Object.entries(facts).flatMap(([field, value]) => {
    if (value === null || field === 'id' || field === 'key' || field === 'total_tracks') return []
    const teller = said.find(({ said: one }) => says(one.album, field, value)) ?? first
    return [
      {
        entityId: id,
        field: field === 'artist_line' ? 'credits' : field,
        source: teller.said.item.source,
        score: teller.score,
      },
    ]
  })
  // How the album itself was recognised, also where files keep every field.
  return [...sources, { entityId: id, field: 'catalogued', source: first.said.item.source, score: first.score }]
}

/** Is this what the service said of the field? */
function says(album: FoundAlbum, field: string, value: unknown): boolean {
  if (field === 'release_date') return album.date === value
  if (field === 'cover_url') return album.cover?.url === value
  if (field === 'upc') return cleanUpc(album.upc) === value
  return field !== 'disambiguation' || album.disambiguation !== ''
}
