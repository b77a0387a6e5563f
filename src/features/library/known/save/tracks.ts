import type { Db } from '../../../../db/client.ts'
import { groupBy } from '../../../../platform/lib/group-by.ts'
import { wantedKey } from '../matching/artists.ts'
import { type Plan, type SaidTrack, searchText } from '../matching/contents.ts'
import { creditLine, creditRows } from '../matching/credits.ts'
import { linkIds } from '../store/ids.ts'
import { recordSources } from '../store/provenance.ts'
import { type CreditRow, creditedArtists, replaceCredits } from '../store/write/albums.ts'
import { countCredits, resolveArtists } from '../store/write/artists.ts'
import { type AlbumHead, albumCreditsOf, insertTracks, type TrackFacts, updateTracks } from '../store/write/tracks.ts'

/** `lines`: the credits of rows as they are, by id. */
export type PlannedAlbum = Readonly<{ head: AlbumHead; plan: Plan; source: string; lines: ReadonlyMap<number, string> }>
type Written = Readonly<{ id: number; albumId: number; said: SaidTrack; credited: boolean }>

/** Writes the tracks of albums in a few statements; answers how many are new. */
export async function writeTracks(tx: Db, albums: readonly PlannedAlbum[]): Promise<number> {
  const matched = albums.flatMap(({ head, plan }) =>
    plan.matched.map(({ row, said, key }) => factsOf(head, said, key, row.id, row.hasFiles)),
  )
  await updateTracks(tx, matched)
  const ids = await insertTracks(
    tx,
    albums.flatMap(({ head, plan }) => plan.added.map(({ said, key }) => factsOf(head, said, key, null, false))),
  )
  const written = albums.flatMap((album) => writtenOf(album, ids))
  const links = written.flatMap(({ id: entityId, said }) => said.ids.map((id) => ({ ...id, entityId })))
  await linkIds(tx, 'track', links)
  await writeCredits(
    tx,
    written.filter(({ credited }) => credited),
  )
  await recordSources(tx, 'track', matches(albums))
  return ids.size
}

function factsOf(head: AlbumHead, said: SaidTrack, key: string, id: number | null, owned: boolean): TrackFacts {
  const { name, disc, position, durationMs: duration, isrc, explicit, popularity } = said
  const artist_line = lineOf(head, said)
  const search_text = searchText(name, artist_line, head.name)
  return {
    ...{ id, album_id: Number(head.id), key, name, search_text, disc, position, duration },
    ...{ isrc, explicit, popularity, artist_line, owned },
  }
}

const lineOf = (head: AlbumHead, { credits }: SaidTrack): string =>
  credits.length > 0 ? creditLine(credits) : head.artist_line

/** Tracks with their ids; `credited`: their credits have to be written, because they are new or say something else. */
function writtenOf({ head, plan, lines }: PlannedAlbum, ids: ReadonlyMap<string, number>): Written[] {
  const albumId = Number(head.id)
  const old = plan.matched.map(({ row, said }) => {
    const credited = !row.hasFiles && lines.get(row.id) !== lineOf(head, said)
    return { id: row.id, albumId, said, credited }
  })
  const added = plan.added.flatMap(({ said, key }) => {
    const id = ids.get(`${head.id} ${key}`)
    return id === undefined ? [] : [{ id, albumId, said, credited: true }]
  })
  return [...old, ...added]
}

async function writeCredits(tx: Db, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  const owners = written.map(({ id }) => id)
  const ofAlbums = groupBy(await albumCreditsOf(tx, [...new Set(written.map(({ albumId }) => albumId))]), (row) =>
    Number(row.album_id),
  )
  const artists = await resolveArtists(
    tx,
    written.flatMap(({ said }) => said.credits),
  )
  const rows = written.flatMap(({ id, albumId, said }): CreditRow[] => {
    if (said.credits.length > 0) return creditRows(id, said.credits, (credit) => artists.get(wantedKey(credit)))
    return (ofAlbums.get(albumId) ?? []).map(({ artist_id, position, role, join_phrase }) => ({
      ...{ owner: id, artistId: Number(artist_id), position, role, joinPhrase: join_phrase },
    }))
  })
  const before = await creditedArtists(tx, 'track', owners)
  await replaceCredits(tx, 'track', owners, rows)
  await countCredits(tx, [...new Set([...before, ...rows.map(({ artistId }) => artistId)])])
}

/** How sure it is that a file is what a service named. */
const matches = (albums: readonly PlannedAlbum[]) =>
  albums.flatMap(({ plan, source }) =>
    plan.matched
      .filter(({ row }) => row.hasFiles)
      .map(({ row, score }) => ({ entityId: row.id, field: 'catalogued', source, score })),
  )
