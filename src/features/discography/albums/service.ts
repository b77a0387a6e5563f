import type { Db } from '../../../db/client.ts'
import { AppError, type Language } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import { providerOfId } from '../../../providers/common/addresses.ts'
import type { Ask, FoundAlbum } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import type { Known } from '../../library/known/known.ts'
import type { Catalogue } from '../../library/service.ts'
import { type Answered, askFirst, distinct, type Unavailable, unanswered } from '../ask.ts'
import { inEachLanguage, only } from '../collect/facts.ts'
import { fillAlbum } from '../grow/contents.ts'
import { saveProse } from '../grow/facts.ts'
import { albumRefs, idsOf } from '../grow/store.ts'
import type { ThroughUs } from '../outside.ts'
import * as store from './store.ts'

type Deps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  known: Known
  catalogue: Pick<Catalogue, 'album'>
  throughUs: ThroughUs
}>

/** A look waits this long for tracks and story; what takes longer is there at the next look. */
const PATIENCE_MS = 6000

/** Albums with what providers say of them. */
export function createAlbums({ db, providers, known, catalogue, throughUs }: Deps) {
  const filling = new Map<number, Promise<Unavailable[]>>()

  /** Asks for the tracks and the story that are missing; two looks at once ask once. */
  function fill(id: number, ask: Ask): Promise<Unavailable[]> {
    const running = filling.get(id)
    if (running) return running
    const own: Ask = { ...ask, signal: AbortSignal.timeout(60_000) }
    const work = Promise.all([fillAlbum({ db, providers, known }, id, own), tellStory(id, own)])
      .then(([tracks, story]) => distinct([...tracks.unavailable, ...story]))
      .finally(() => filling.delete(id))
    filling.set(id, work)
    return work
  }

  async function tellStory(id: number, ask: Ask): Promise<Unavailable[]> {
    const album = (await albumRefs(db, [id])).get(id)
    if (!album) return []
    const { found, unavailable } = await inEachLanguage((language) =>
      askFirst(providers.of('albumStory'), ask, async (port, ask) =>
        only(language, await port.story(album, [language], ask)),
      ),
    )
    await saveProse(known, 'album', id, found)
    return unavailable
  }

  async function localId(text: string): Promise<number | null> {
    return known.resolveRef('album', text)
  }

  /** The album a provider knows under an id. */
  async function outside(text: string, ask: Ask): Promise<Answered<FoundAlbum>> {
    const provider = text.includes(':') ? text.slice(0, text.indexOf(':')) : providerOfId(text)
    const id = text.slice(text.indexOf(':') + 1)
    const own = providers.of('discography').filter(({ name }) => name === provider)
    const { found, unavailable } = await askFirst(own, ask, (port, ask) => port.album(id, ask))
    if (found) return found
    if (unavailable.length > 0) throw unanswered(unavailable)
    throw new AppError('NOT_FOUND', { details: 'Album not found' })
  }

  /** Makes an album of ours out of one that a provider knows, with its first artist. */
  async function keep({ value: album, source }: Answered<FoundAlbum>): Promise<number> {
    const [first] = album.credits
    if (!first) throw new AppError('NOT_FOUND', { details: 'Album not found' })
    const artistId = await known.saveArtist({ name: first.name, ids: first.ids, source })
    const saved = await known.saveAlbums(artistId, [{ album, source, score: null }])
    const id = saved.get(album)
    if (id === undefined) throw new AppError('NOT_FOUND', { details: 'Album not found' })
    return id
  }

  /** The album with tracks; a catalogued one without tracks is filled while the caller waits a little. */
  async function full(viewer: Viewer, id: number, ask: Ask) {
    await catalogue.album(viewer, id)
    const row = await store.albumRow(db, id)
    const wanted = row?.catalogued === true && (row.tracksAt === null || row.story === null)
    const late = Symbol('late')
    const patience = new Promise<typeof late>((resolve) => setTimeout(resolve, PATIENCE_MS, late).unref())
    const waits = wanted && row.tracksAt === null ? patience : Promise.resolve(late)
    const outcome = wanted ? await Promise.race([fill(id, ask), waits]) : []
    const unavailable = outcome === late ? [] : (outcome as Unavailable[])
    return { album: await catalogue.album(viewer, id), filling: filling.has(id), unavailable }
  }

  return {
    fill,
    localId,
    full,

    async profile(viewer: Viewer, text: string, language: Language, ask: Ask) {
      const id = await localId(text)
      if (id === null) throw new AppError('NOT_FOUND', { details: 'Album not found' })
      const { album, filling: still, unavailable } = await full(viewer, id, ask)
      const [row, editions, ids, story] = await Promise.all([
        store.albumRow(db, id),
        store.editionsOf(db, id),
        idsOf(db, 'album', [id]),
        known.textOf('album', id, language),
      ])
      return {
        ...album,
        disambiguation: row?.disambiguation ?? '',
        catalogued: row?.catalogued ?? false,
        story: story?.content ?? row?.story ?? null,
        story_url: story ? story.url : (row?.storyUrl ?? null),
        story_language: story ? language : null,
        editions: editions.map((one) => ({
          ...{ id: one.value, provider: one.provider, title: one.title, release_date: one.releaseDate },
          ...{ country: one.country, format: one.format, label: one.label, upc: one.upc },
          ...{ track_count: one.trackCount, status: one.status },
        })),
        ids: ids.get(id) ?? {},
        owned_tracks: album.tracks.filter(({ stream_url }) => stream_url !== null).length,
        filling: still,
        unavailable,
      }
    },

    /** Keeps an album with all its tracks. */
    async save(viewer: Viewer, text: string, ask: Ask) {
      const id = (await localId(text)) ?? (await keep(await outside(text, ask)))
      const { told, tracks, unavailable, asked } = await fillAlbum({ db, providers, known }, id, ask)
      if (!told && asked === 0 && unavailable.length > 0) throw unanswered(unavailable)
      return { album: await catalogue.album(viewer, id), tracks }
    },

    ...{ outside, throughUs },

    /** The tracks of an album that is not kept, as a provider has them now. */
    async contents(found: Answered<FoundAlbum>, ask: Ask) {
      const { value: album } = found
      const artist = { name: album.credits[0]?.name ?? '', ids: album.credits[0]?.ids ?? {} }
      const ref = { title: album.title, artist, ids: album.ids, upc: album.upc, date: album.date }
      return askFirst(providers.of('albumTracks'), ask, (port, ask) => port.contents(ref, ask))
    },
  }
}

export type Albums = ReturnType<typeof createAlbums>
