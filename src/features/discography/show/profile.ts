import type { Db } from '../../../db/client.ts'
import type { Known } from '../../library/known/known.ts'
import type { Ownership } from '../../library/known/types.ts'
import type { Views } from '../../library/views/views.ts'
import { RELEASE_TYPES, type ShownAlbum } from '../artists/contract.ts'
import { artistRow, popularTracks, STALE_DAYS } from '../artists/store/artists.ts'
import { idsOf, similarOf } from '../grow/store.ts'

type Deps = Readonly<{ db: Db; known: Pick<Known, 'ownership'>; views: Views }>
type Counts = { known: number; owned: number; partly: number; missing: number }

const POPULAR = 10
const DAY_MS = 86_400_000
const STATE = { all: 'owned', some: 'partly', none: 'missing' } as const

export const isStale = (discographyAt: Date | null): boolean =>
  discographyAt === null || Date.now() - discographyAt.getTime() > STALE_DAYS * DAY_MS

/** Everything of the artist page in a fixed number of queries. */
export async function artistProfile({ db, known, views }: Deps, userId: number, id: number) {
  const [row, ids, ownership, similar, popular] = await Promise.all([
    artistRow(db, id),
    idsOf(db, 'artist', [id]),
    known.ownership(id, userId),
    similarOf(db, id),
    popularTracks(db, id, POPULAR),
  ])
  const similarIds = similar.flatMap(({ similarId }) => similarId ?? [])
  const [albums, others] = await Promise.all([shownAlbums(views, userId, ownership), views.artists(similarIds, userId)])
  const similarRows = new Map(others.map((one) => [one.id, one]))
  const tracks = ownership.flatMap((one) => one.albums)
  return {
    facts: { ...facts(row), ids: ids.get(id) ?? {} },
    ownership: ownershipCounts(ownership),
    albums,
    tracks: {
      known: tracks.reduce((sum, album) => sum + album.totalTracks, 0),
      owned: tracks.reduce((sum, album) => sum + album.ownedTracks, 0),
    },
    similar: similar.map((one) => ({
      id: one.similarId,
      name: one.name,
      ref: one.similarId === null ? refOf(one.ids, one.name) : String(one.similarId),
      score: one.score,
      images: one.similarId === null ? [] : (similarRows.get(one.similarId)?.images ?? []),
      source: one.provider,
    })),
    popular_tracks: popular,
    stale: isStale(row?.discographyAt ?? null),
  }
}

type Row = Awaited<ReturnType<typeof artistRow>>
const facts = (row: Row) => ({
  disambiguation: row?.disambiguation ?? '',
  image_color: row?.imageColor ?? null,
  kind: row?.kind ?? null,
  country: row?.country ?? null,
  begin_date: row?.beginDate ?? '',
  end_date: row?.endDate ?? '',
  bio_url: row?.bioUrl ?? null,
  bio_language: null as string | null,
  listeners: row?.listeners ?? null,
  playcount: row?.playcount ?? null,
  links: row?.links ?? [],
  catalogued: row?.catalogued ?? false,
})

function refOf(ids: Readonly<Record<string, string>>, name: string): string {
  const [first] = Object.entries(ids).map((pair) => pair.join(':'))
  return ids.musicbrainz ?? first ?? name
}

/** Albums as the pages of discography, missing ones and new releases show them, in the given order. */
export async function showAlbums(
  views: Views,
  userId: number,
  items: readonly Readonly<{ id: number; ownedTracks: number; totalTracks: number }>[],
) {
  const rows = new Map(
    (
      await views.albums(
        items.map(({ id }) => id),
        userId,
      )
    ).map((album) => [album.id, album]),
  )
  return items.flatMap(({ id, ownedTracks, totalTracks }) => {
    const album = rows.get(id)
    if (!album) return []
    const type = RELEASE_TYPES.find((one) => one === album.release_type) ?? 'other'
    const state = ownedTracks === 0 ? 'missing' : ownedTracks >= totalTracks ? 'owned' : 'partly'
    const { name, release_date, images, cover_color, is_favorite } = album
    const shown: ShownAlbum = {
      ...{ id, name, release_date, release_type: type, images, cover_color, is_favorite, state },
      ...{ total_tracks: Math.max(totalTracks, album.total_tracks), owned_tracks: ownedTracks },
    }
    return [{ shown, album }]
  })
}

async function shownAlbums(views: Views, userId: number, ownership: readonly Ownership[]): Promise<ShownAlbum[]> {
  const items = ownership.flatMap(({ albums }) => albums)
  const shown = await showAlbums(views, userId, items)
  const states = new Map(items.map(({ id, owned }) => [id, STATE[owned]]))
  return shown
    .map(({ shown: album }) => ({ ...album, state: states.get(album.id) ?? album.state }))
    .sort((a, b) => (a.release_date > b.release_date ? -1 : a.release_date < b.release_date ? 1 : b.id - a.id))
}

/** Albums that exist, are owned whole, in part, or not at all: by release type and together. */
export function ownershipCounts(ownership: readonly Ownership[]) {
  const counts: Partial<Record<'all' | (typeof RELEASE_TYPES)[number], Counts>> = {}
  const all: Counts = { known: 0, owned: 0, partly: 0, missing: 0 }
  for (const { type, all: owned, some: partly, none: missing } of ownership) {
    const one = { known: owned + partly + missing, owned, partly, missing }
    counts[type] = one
    for (const key of ['known', 'owned', 'partly', 'missing'] as const) all[key] += one[key]
  }
  const empty: Counts = { known: 0, owned: 0, partly: 0, missing: 0 }
  return { all, ...Object.fromEntries(RELEASE_TYPES.map((type) => [type, counts[type] ?? empty])) } as Record<
    'all' | (typeof RELEASE_TYPES)[number],
    Counts
  >
}
