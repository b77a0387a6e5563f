import type { Db } from '../../../db/client.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Ask, FoundArtist, FoundTrack } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import type { Lookup } from '../artists/lookup.ts'
import { albumTitles } from '../artists/store/albums.ts'
import { distinct } from '../ask.ts'
import { albumContents, collectAlbums, contentsInBulk } from '../collect/albums.ts'
import { type FoldedAlbum, groupTitle } from '../collect/fold-albums.ts'
import { identify } from '../collect/identify.ts'
import { countsOf } from '../grow/store.ts'
import type { ThroughUs } from '../outside.ts'

type Deps = Readonly<{ db: Db; providers: Pick<Providers, 'of'>; lookup: Lookup; throughUs: ThroughUs }>

/** Albums beyond these would be asked for one by one while somebody waits. */
const MOST_SINGLE = 20

/** What providers say now, without writing anything. */
export function createLive({ db, providers, lookup, throughUs }: Deps) {
  return {
    /** The whole discography with tracks as it is outside at this moment. */
    async discography(viewer: Viewer, text: string, ask: Ask) {
      const resolved = await lookup.resolve(viewer, text, ask)
      const who = await identify(providers, resolved.ref, ask)
      const listed = await collectAlbums(providers, who.ref, ask)
      const tracks = new Map<string, readonly FoundTrack[]>()
      const unavailable = [...who.unavailable, ...listed.unavailable]
      for await (const page of contentsInBulk(providers, who.ref, ask)) {
        if (!('value' in page)) unavailable.push(page)
        else for (const { ids, tracks: found } of page.value) for (const id of keysOf(ids)) tracks.set(id, found)
      }
      const open = listed.albums.filter(({ album }) => !keysOf(album.ids).some((id) => tracks.has(id)))
      for (const { album } of open.slice(0, MOST_SINGLE)) {
        const ref = { title: album.title, artist: who.ref, ids: album.ids, upc: album.upc, date: album.date }
        const answer = await albumContents(providers, ref, ask)
        unavailable.push(...answer.unavailable)
        for (const id of keysOf(album.ids)) tracks.set(id, answer.found?.value.tracks ?? [])
      }
      const [artist] = await lookup.views([{ ...blank(who.ref), sources: who.source ? [who.source] : [] }])
      return {
        artist: artist as NonNullable<typeof artist>,
        albums: listed.albums.map((one) => showAlbum(one, tracks, throughUs)),
        unavailable: distinct(unavailable),
      }
    },

    /** Albums that are outside and not here. Nothing is written: a refresh does that. */
    async changes(viewer: Viewer, text: string, ask: Ask) {
      const { id, ref } = await lookup.local(viewer, text, 'Artist not found locally. Save artist first.')
      const who = await identify(providers, ref, ask)
      const listed = await collectAlbums(providers, who.ref, ask)
      const [here, counts] = await Promise.all([albumTitles(db, id), countsOf(db, id)])
      const titles = new Set(here.titles.map(groupTitle))
      const fresh = listed.albums.filter(
        ({ album }) => !keysOf(album.ids).some((one) => here.ids.has(one)) && !titles.has(groupTitle(album.title)),
      )
      const tracks = fresh.reduce((sum, { album }) => sum + (album.trackCount ?? 0), 0)
      return {
        artist_spotify_id: ref.ids.spotify ?? null,
        artist_id: id,
        new_content_available: { new_albums: fresh.length, new_tracks: tracks },
        albums: fresh.map(({ album, sources }) => ({
          name: album.title,
          release_date: album.date,
          source: sources[0] ?? '',
        })),
        message:
          fresh.length > 0
            ? `${fresh.length} of ${listed.albums.length} albums are not in the library yet`
            : `Nothing new: ${counts.albums} albums are known`,
        unavailable: distinct([...who.unavailable, ...listed.unavailable]),
      }
    },
  }
}

const keysOf = (ids: Readonly<Record<string, string>>): string[] => Object.entries(ids).map((pair) => pair.join(':'))

const blank = ({ name, ids }: { name: string; ids: FoundArtist['ids'] }): FoundArtist => ({
  ...{ name, ids, disambiguation: '', genres: [], picture: null, popularity: null, followers: null },
  ...{ aliases: [], score: 1 },
})

function showAlbum(
  { album, sources }: FoldedAlbum,
  tracks: ReadonlyMap<string, readonly FoundTrack[]>,
  throughUs: ThroughUs,
) {
  const found =
    keysOf(album.ids)
      .map((id) => tracks.get(id))
      .find((some) => some !== undefined) ?? []
  return {
    name: album.title,
    release_date: album.date,
    release_type: album.type,
    sources,
    ids: { ...album.ids },
    images: album.cover ? [{ url: throughUs(album.cover.url) }] : [],
    total_tracks: found.length || album.trackCount,
    tracks: found.map((track) => ({
      name: track.title,
      disc_number: track.disc,
      track_number: track.position,
      duration_ms: track.durationMs ?? 0,
      isrc: track.isrcs[0] ?? null,
      artists: track.credits.map(({ name }) => ({ name })),
    })),
  }
}
