import type { Db } from '../../../../db/client.ts'
import { groupBy } from '../../../../platform/lib/group-by.ts'
import type { Tags } from '../../files/tags.ts'
import { trackCredits } from '../../identity/credits.ts'
import { describeAlbum, speaker } from '../../identity/describe.ts'
import { groupAlbums, titleKeyFor, trackKey } from '../../identity/group.ts'
import { likeable } from '../../identity/likeness.ts'
import { reconcileAlbums } from '../../known/save/reconcile.ts'
import { type DescribedAlbum, describeAlbums, ensureAlbums } from '../../store/write/albums.ts'
import { ensureArtists } from '../../store/write/artists.ts'
import { mergeTracks, refreshAlbums } from '../../store/write/counts.ts'
import {
  albumsOfTracks,
  filesOfPlaces,
  type GroupRow,
  refreshHasFile,
  type WitnessRow,
  witnesses,
} from '../../store/write/files.ts'
import type { PlacedAlbum } from '../../store/write/hosts.ts'
import {
  attachFiles,
  type DescribedTrack,
  describeTracks,
  ensureTracks,
  type ResolvedTrack,
  type WantedTrack,
} from '../../store/write/tracks.ts'

export type Touched = { albums: Set<number>; artists: Set<number> }

/**
 * Puts files into the catalogue, inside the transaction that wrote them. First identity: files and their neighbours are
 * grouped into albums and tracks, which are found or made. Then description: albums and tracks are named from all of
 * their files, so that it does not matter which file came when.
 */
export async function applyFiles(tx: Db, fileIds: number[], touched: Touched): Promise<void> {
  if (fileIds.length === 0) return
  const rows = await filesOfPlaces(tx, fileIds)
  const identities = identify(rows)
  const albumIds = await ensureAlbums(tx, [
    ...new Map([...identities.values()].map((album) => [album.key, album])).values(),
  ])
  const resolved = await ensureTracks(tx, wantedTracks(rows, identities, albumIds))
  const left = await albumsOfTracks(
    tx,
    resolved.flatMap(({ oldTrackIds }) => oldTrackIds),
  )
  await attachFiles(tx, resolved)
  await mergeTracks(tx, leftBehind(resolved))
  // A track that a service named outlives its files.
  await refreshHasFile(
    tx,
    resolved.flatMap(({ oldTrackIds }) => oldTrackIds),
  )
  await describe(
    tx,
    [...new Set([...albumIds.values(), ...left])],
    resolved.map(({ id }) => id),
    touched,
  )
}

/** Albums are grouped folder by folder: two music folders may hold directories of the same name. */
function identify(rows: GroupRow[]): Map<number, PlacedAlbum> {
  const all = [...groupBy(rows, (row) => row.folderId).values()].flatMap((group) => [...groupAlbums(group)])
  const files = new Map(rows.map((row) => [row.id, row]))
  const members = groupBy(all, ([, { key }]) => key)
  const likes = new Map(
    [...members].map(([key, group]) => [key, likeOf(group.flatMap(([id]) => files.get(id)?.tags ?? []))]),
  )
  return new Map(all.map(([id, album]) => [id, { ...album, ...likes.get(album.key) }]))
}

/** What files say of their album beside its key: by it a service's album of that title is recognised. */
function likeOf(tags: readonly Tags[]): Pick<PlacedAlbum, 'like' | 'bareKey'> {
  const [first] = [...tags].sort((a, b) => ((a.album ?? '') < (b.album ?? '') ? -1 : 1))
  const date = tags.flatMap(({ date }) => date ?? []).sort()[0] ?? ''
  const type = tags.flatMap(({ releaseType }) => releaseType ?? []).sort()[0] ?? null
  const like = likeable({ title: first?.album ?? '', date, type, files: true })
  const { credits } = describeAlbum(tags.map((of) => ({ relPath: '', tags: of, durationMs: 0 })))
  const main = credits.filter(({ role }) => role === 'main').map(({ name }) => name)
  return { like, bareKey: titleKeyFor(main.join(' '), like.bare) }
}

function wantedTracks(
  rows: GroupRow[],
  identities: Map<number, PlacedAlbum>,
  albumIds: Map<string, number>,
): WantedTrack[] {
  const placed = rows.map((row) => {
    const album = identities.get(row.id)
    return { row, albumId: (album && albumIds.get(album.key)) ?? null, key: trackKey(row.tags, album !== undefined) }
  })
  const groups = groupBy(placed, ({ albumId, key }) => `${albumId ?? ''}\0${key}`)
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const fileIds = members.map(({ row }) => row.id)
    const oldTrackIds = [...new Set(members.flatMap(({ row }) => row.trackId ?? []))]
    return [{ fileIds, oldTrackIds, albumId: first.albumId, key: first.key, name: first.row.tags.title }]
  })
}

const leftBehind = (resolved: readonly ResolvedTrack[]) =>
  resolved.flatMap(({ id, oldTrackIds }) => oldTrackIds.filter((old) => old !== id).map((from) => ({ from, to: id })))

async function describe(tx: Db, albumIds: number[], trackIds: number[], touched: Touched): Promise<void> {
  const files = await witnesses(tx, albumIds, trackIds)
  const albums = describedAlbums(files, albumIds)
  const names = new Map(albums.map(({ id, name }) => [id, name]))
  const tracks = describedTracks(files, new Set(trackIds), names)
  const artistIds = await ensureArtists(
    tx,
    [...tracks, ...albums].flatMap(({ credits }) => credits),
  )
  await describeAlbums(tx, albums, artistIds)
  await describeTracks(tx, tracks, artistIds)
  await reconcileAlbums(tx, albumIds)
  await refreshAlbums(tx, albumIds)
  await refreshHasFile(tx, trackIds)
  for (const id of albumIds) touched.albums.add(id)
  for (const id of artistIds.values()) touched.artists.add(id)
}

function describedAlbums(files: WitnessRow[], albumIds: number[]): DescribedAlbum[] {
  const byAlbum = groupBy(files, (file) => file.albumId)
  return albumIds.flatMap((id) => {
    const members = byAlbum.get(id)
    return members ? [{ id, ...describeAlbum(members) }] : []
  })
}

function describedTracks(files: WitnessRow[], wanted: Set<number>, albumNames: Map<number, string>): DescribedTrack[] {
  const byTrack = groupBy(files, (file) => file.trackId)
  return [...byTrack].flatMap(([id, members]) => {
    const first = speaker(members)
    if (!first || !wanted.has(id)) return []
    const { tags, durationMs, albumId } = first
    const albumName = albumId === null ? null : (albumNames.get(albumId) ?? null)
    const credits = trackCredits(tags.artists, tags.artistLine, tags.title, tags.musicbrainz.artists)
    const { track, isrc, bpm, genres } = tags
    return [
      {
        id,
        name: tags.title,
        albumName,
        disc: tags.disc ?? 1,
        track,
        durationMs,
        isrc,
        bpm,
        credits,
        genres,
        recording: tags.musicbrainz.recording,
      },
    ]
  })
}
