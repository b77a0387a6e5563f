import type { Db } from '../../../db/client.ts'
import type { Language } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import { normalizeName } from '../../../platform/lib/normalize.ts'
import type { ArtistRef, Ask, FoundAlbum, FoundTrack } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import type { ArtistRow } from '../../library/contract.ts'
import type { Known } from '../../library/known/known.ts'
import type { Lookup, Resolved } from '../artists/lookup.ts'
import { artistRow } from '../artists/store/artists.ts'
import { askFirst } from '../ask.ts'
import { artistFacts } from '../collect/facts.ts'
import type { FoldedArtist } from '../collect/fold-artists.ts'
import { similarOf } from '../grow/store.ts'
import { showTrack, type ThroughUs } from '../outside.ts'
import type { Run } from '../runs/contract.ts'

type Deps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  known: Pick<Known, 'textOf'>
  lookup: Lookup
  throughUs: ThroughUs
  artist(viewer: Viewer, id: number): Promise<ArtistRow>
  refreshWhenStale(viewer: Viewer, id: number): Promise<Run | null>
}>

const SIMILAR = 8
const text = (value: number | null | undefined) => (value === null || value === undefined ? undefined : String(value))

/** What is told of an artist in the shapes of the reference: from the database first, else from providers. */
export function createTold({ db, providers, known, lookup, throughUs, artist, refreshWhenStale }: Deps) {
  const folded = (ref: ArtistRef, source: string, local: number | null = null): FoldedArtist => ({
    ...{ name: ref.name, ids: ref.ids, disambiguation: '', genres: [], picture: null },
    ...{ popularity: null, followers: null, aliases: [], score: 1, sources: [source], local },
  })

  async function kept(viewer: Viewer, resolved: Resolved, id: number, language: Language) {
    const [row, more, bio, run] = await Promise.all([
      artist(viewer, id),
      artistRow(db, id),
      known.textOf('artist', id, language),
      refreshWhenStale(viewer, id),
    ])
    const [shown] = await lookup.views([folded(resolved.ref, 'library')])
    return {
      spotify: {
        ...(shown as NonNullable<typeof shown>),
        ...{ local_id: id, ref: String(id), images: row.images, genres: row.genres },
        ...{ popularity: row.popularity, followers: { total: row.followers }, image_path_id: id },
      },
      lastfm: {
        ...{ summary: bio?.summary ?? row.bio_summary ?? '', content: bio?.content ?? row.bio_content ?? '' },
        images: row.images,
        stats: { listeners: text(more?.listeners), playcount: text(more?.playcount) },
        tags: row.genres.map((name) => ({ name })),
      },
      run,
    }
  }

  return {
    async info(viewer: Viewer, reference: string, language: Language, ask: Ask) {
      const resolved = await lookup.resolve(viewer, reference, ask)
      if (resolved.local !== null) return kept(viewer, resolved, resolved.local, language)
      const facts = await artistFacts(providers, resolved.ref, ask)
      const [shown] = await lookup.views([{ ...resolved.found, sources: Object.keys(resolved.ref.ids).slice(0, 1) }])
      const told = facts.biographies.find(({ value }) => value.language === language) ?? facts.biographies[0]
      const images = facts.picture ? [{ url: throughUs(facts.picture.value.url) }] : (shown?.images ?? [])
      return {
        spotify: { ...(shown as NonNullable<typeof shown>), images, image_path_id: null },
        lastfm: {
          ...{ summary: told?.value.summary ?? '', content: told?.value.content ?? '', images },
          stats: { listeners: text(facts.counts.listeners?.value), playcount: text(facts.counts.plays?.value) },
          tags: (facts.genres?.value ?? []).map(({ name }) => ({ name })),
        },
        run: null,
      }
    },

    /** Similar artists: those that are kept come with what we know, others as they were named. */
    async related(viewer: Viewer, reference: string, ask: Ask) {
      const { ref, local } = await lookup.resolve(viewer, reference, ask)
      const stored = local === null ? [] : await similarOf(db, local)
      const similar =
        stored.length > 0
          ? stored.map((one) => ({
              name: one.name,
              ids: one.ids,
              score: one.score,
              id: one.similarId,
              source: one.provider,
            }))
          : await askSimilar(providers, ref, ask)
      const found = similar.slice(0, SIMILAR).map((one) => folded(one, one.source, one.id))
      const views = await lookup.views(found)
      const rows = await Promise.all(similar.slice(0, SIMILAR).map(({ id }) => (id ? artistRow(db, id) : undefined)))
      const top = views.map((spotify, at) => ({
        name: spotify.name,
        listeners: rows[at]?.listeners ?? null,
        playcount: rows[at]?.playcount ?? null,
        tags: [],
        bio: rows[at]?.bioSummary ?? '',
        score: similar[at]?.score ?? 0,
        spotify,
      }))
      return {
        top,
        discover: await lookup.views(similar.slice(SIMILAR).map((one) => folded(one, one.source, one.id))),
      }
    },

    /** Tracks that go with an artist, from whoever recommends, else its neighbours' best known. */
    async recommended(viewer: Viewer, reference: string, limit: number, ask: Ask) {
      const { ref } = await lookup.resolve(viewer, reference, ask)
      const direct = await askFirst(providers.of('recommendations'), ask, (port, ask) =>
        port.recommend({ artists: [ref], tracks: [] }, limit, ask),
      )
      const similar = await askSimilar(providers, ref, ask)
      const found = direct.found?.value ?? (await topOf(providers, similar.slice(0, 5), limit, ask))
      const artists = await lookup.views(similar.slice(0, limit).map((one) => folded(one, one.source)))
      return { tracks: found.map((track) => showTrack(track, throughUs)), artists }
    },
  }
}

async function askSimilar(providers: Pick<Providers, 'of'>, ref: ArtistRef, ask: Ask) {
  const { found } = await askFirst(providers.of('similarArtists'), ask, (port, ask) => port.similar(ref, 20, ask))
  const self = normalizeName(ref.name)
  return (found?.value ?? [])
    .filter(({ name }) => normalizeName(name) !== self)
    .map((one) => ({ ...one, id: null, source: found?.source ?? '' }))
}

type Recommended = FoundTrack & { album: FoundAlbum | null }

async function topOf(providers: Pick<Providers, 'of'>, artists: readonly ArtistRef[], limit: number, ask: Ask) {
  const lists = await Promise.all(
    artists.map((artist) => askFirst(providers.of('topTracks'), ask, (port, ask) => port.topTracks(artist, 4, ask))),
  )
  return lists
    .flatMap(({ found }) => found?.value ?? [])
    .map((track): Recommended => ({ ...track, album: null }))
    .slice(0, limit)
}
