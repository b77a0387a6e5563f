import type { Db } from '../../../../db/client.ts'
import { groupBy } from '../../../../platform/lib/group-by.ts'
import { type Credit, trackCredits } from '../../identity/credits.ts'
import { type AlbumIdentity, groupAlbums, trackKey } from '../../identity/group.ts'
import { ensureAlbums, type WantedAlbum } from '../../store/write/albums.ts'
import { ensureArtists } from '../../store/write/artists.ts'
import { mergeTracks, refreshAlbums } from '../../store/write/counts.ts'
import { filesOfPlaces, type GroupRow, refreshHasFile } from '../../store/write/files.ts'
import {
  attachFiles,
  ensureTracks,
  linkRecordings,
  type ResolvedTrack,
  replaceTrackCredits,
  replaceTrackGenres,
  type WantedTrack,
} from '../../store/write/tracks.ts'

export type Touched = { albums: Set<number>; artists: Set<number> }

/**
 * Puts files into the catalogue: groups them and their neighbours into albums, finds or makes artists, albums and
 * tracks, and points the files at them. Runs inside the transaction that wrote the files.
 */
export async function applyFiles(tx: Db, fileIds: number[], touched: Touched): Promise<void> {
  if (fileIds.length === 0) return
  const rows = await filesOfPlaces(tx, fileIds)
  const identities = identify(rows)
  const credits = new Map(rows.map((row) => [row.id, creditsOf(row)]))
  const albums = wantedAlbums(rows, identities)
  const everyone = [...[...credits.values()].flat(), ...albums.flatMap((album) => album.credits)]
  const artistIds = await ensureArtists(tx, everyone)
  const albumIds = await ensureAlbums(tx, albums, artistIds)
  const resolved = await ensureTracks(tx, wantedTracks(rows, identities, albumIds, credits))
  await attachFiles(tx, resolved)
  await replaceTrackCredits(tx, resolved, artistIds)
  await replaceTrackGenres(tx, resolved)
  await linkRecordings(tx, resolved)
  await mergeTracks(tx, leftBehind(resolved))
  await refreshAlbums(tx, [...albumIds.values()])
  await refreshHasFile(
    tx,
    resolved.map((track) => track.id),
  )
  for (const id of albumIds.values()) touched.albums.add(id)
  for (const id of artistIds.values()) touched.artists.add(id)
}

/** Albums are grouped folder by folder: two music folders may hold directories of the same name. */
function identify(rows: GroupRow[]): Map<number, AlbumIdentity> {
  const all = [...groupBy(rows, (row) => row.folderId).values()].flatMap((group) => [...groupAlbums(group)])
  return new Map(all)
}

const creditsOf = ({ tags }: GroupRow): Credit[] =>
  trackCredits(tags.artists, tags.artistLine, tags.title, tags.musicbrainz.artists)

function wantedAlbums(rows: GroupRow[], identities: Map<number, AlbumIdentity>): WantedAlbum[] {
  const groups = groupBy(rows, (row) => identities.get(row.id)?.key)
  return [...groups].flatMap(([key, members]) => {
    const identity = identities.get(members[0]?.id ?? 0)
    if (key === undefined || !identity) return []
    const tags = members.map((row) => row.tags)
    const dates = tags.flatMap(({ date }) => date ?? []).sort()
    const label = tags.find((tag) => tag.label)?.label ?? null
    const releaseType = tags.find((tag) => tag.releaseType)?.releaseType ?? guessType(members)
    return [{ ...identity, date: dates[0] ?? null, label, releaseType, totalTracks: 0 }]
  })
}

/** Up to three tracks are a single and up to six an EP, by the total that tags state or else by what is there. */
function guessType(members: GroupRow[]): string {
  const stated = Math.max(0, ...members.map(({ tags }) => tags.trackTotal ?? 0))
  const several = members.some(({ tags }) => (tags.disc ?? 1) > 1)
  const total = several ? 99 : stated || new Set(members.map(({ tags }) => trackKey(tags, true))).size
  return total <= 3 ? 'single' : total <= 6 ? 'ep' : 'album'
}

function wantedTracks(
  rows: GroupRow[],
  identities: Map<number, AlbumIdentity>,
  albumIds: Map<string, number>,
  credits: Map<number, Credit[]>,
): WantedTrack[] {
  const groups = groupBy(rows, (row) => {
    const album = identities.get(row.id)
    return `${album?.key ?? ''}\0${trackKey(row.tags, album !== undefined)}`
  })
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const album = identities.get(first.id)
    const { tags } = first
    return [
      {
        fileIds: members.map((row) => row.id),
        oldTrackIds: [...new Set(members.flatMap((row) => row.trackId ?? []))],
        albumId: (album && albumIds.get(album.key)) ?? null,
        key: trackKey(tags, album !== undefined),
        name: tags.title,
        albumName: album?.name ?? null,
        ...{ disc: tags.disc ?? 1, track: tags.track, durationMs: first.durationMs, isrc: tags.isrc, bpm: tags.bpm },
        credits: credits.get(first.id) ?? [],
        genres: tags.genres,
        recording: tags.musicbrainz.recording,
      },
    ]
  })
}

const leftBehind = (resolved: readonly ResolvedTrack[]) =>
  resolved.flatMap(({ id, oldTrackIds }) => oldTrackIds.filter((old) => old !== id).map((from) => ({ from, to: id })))
