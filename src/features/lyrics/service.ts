import { type Db, isForeignKeyViolation } from '../../db/client.ts'
import { AppError } from '../../errors.ts'
import type { Viewer } from '../../platform/http/guards/viewer.ts'
import type { Providers } from '../../providers/provider.ts'
import { type Answer, askProviders, type Log } from './ask.ts'
import type { LyricsQuery, LyricsReply } from './contract.ts'
import { parseLrc, type Words } from './lrc.ts'
import * as store from './store.ts'

type Deps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  /** What the library says about tracks a user may see. */
  visibility: Readonly<{ track(userId: number, id: number): Promise<boolean> }>
  log: Log
  now?: () => Date
}>
type Found = Words & Readonly<{ source: string; instrumental: boolean; fetchedAt: Date | null }>

/** That nobody has words is believed for so long. */
const MISS_MS = 14 * 86_400_000

/** The words of tracks: from the files, else as a provider has them. */
export function createLyrics({ db, providers, visibility, log, now = () => new Date() }: Deps) {
  /** Who asks for the same words while they are fetched gets the same answer. */
  const underWay = new Map<number, Promise<Answer>>()

  async function fetchWords(trackId: number, who: string): Promise<Answer> {
    const track = await store.trackRef(db, trackId)
    if (!track) throw notFound()
    const answer = await askProviders(providers, track, log, who)
    if (answer.problem !== null) return answer
    const { plain = null, synced = null, instrumental = false, provider = 'none' } = answer.found ?? {}
    await store
      .keepLyrics(db, { trackId, plain, synced, instrumental, provider, fetchedAt: now() })
      .catch((error: unknown) => {
        // A scan may remove the track in between.
        throw isForeignKeyViolation(error) ? notFound(error) : error
      })
    return answer
  }

  function ask(trackId: number, who: string): Promise<Answer> {
    const running = underWay.get(trackId)
    if (running) return running
    const started = fetchWords(trackId, who).finally(() => underWay.delete(trackId))
    underWay.set(trackId, started)
    return started
  }

  /** Words with time stamps come before words without; of two alike those of the own files. */
  async function known(trackId: number) {
    const [files, stored] = await Promise.all([store.wordsOfFiles(db, trackId), store.storedLyrics(db, trackId)])
    const candidates = [...files.map(fromFile), ...(stored ? [fromStored(stored)] : [])].filter(saysSomething)
    const best = candidates.find((words) => words.lines !== null) ?? candidates[0] ?? null
    const wasAsked = stored !== null && now().getTime() - stored.fetchedAt.getTime() < MISS_MS
    return { best, stored, settled: best !== null || wasAsked }
  }

  return {
    async ofTrack(viewer: Viewer, trackId: number, query: LyricsQuery): Promise<LyricsReply> {
      if (!(await visibility.track(viewer.id, trackId))) throw notFound()
      let words = await known(trackId)
      let unavailable: LyricsReply['unavailable'] = null
      if (!query.local && (query.refresh || !words.settled)) {
        unavailable = (await ask(trackId, String(viewer.id))).problem
        words = await known(trackId)
      }
      const { best, stored } = words
      const title = providers.of('lyrics').find(({ name }) => name === best?.source)?.title ?? best?.source ?? null
      return {
        ...{ track_id: trackId, source: best?.source ?? null, source_title: best?.fetchedAt ? title : null },
        ...{ instrumental: best?.instrumental ?? false, plain: best?.plain ?? null, lines: best?.lines ?? null },
        fetched_at: (best ? best.fetchedAt : (stored?.fetchedAt ?? null))?.toISOString() ?? null,
        unavailable,
      }
    },
  }
}

const notFound = (cause?: unknown) => new AppError('NOT_FOUND', { details: 'Track not found', cause })

const fromFile = ({ source, text }: store.FileWords): Found => ({
  ...parseLrc(text),
  ...{ source, instrumental: false, fetchedAt: null },
})

function fromStored({ provider, plain, synced, instrumental, fetchedAt }: store.StoredLyrics): Found {
  const timed = synced === null ? null : parseLrc(synced)
  const words = timed?.lines ? timed : parseLrc(plain ?? synced ?? '')
  // A provider's own plain text has its verses apart.
  const text = plain?.trim() ? plain.trim() : words.plain
  return { source: provider, plain: text, lines: words.lines, instrumental, fetchedAt }
}

const saysSomething = (words: Found) => words.instrumental || words.plain !== null || words.lines !== null

export type Lyrics = ReturnType<typeof createLyrics>
